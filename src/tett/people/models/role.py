"""Who is what, where, and for how long."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tett.access.words import Role
from tett.base.models import Record
from tett.people.models.person import Person
from tett.people.models.place import Department, Owner, School, SchoolClass
from tett.people.words import LegalBasis, Lodging

#: Students are enrolled and guardians have a right: neither is assigned.
NEVER_ASSIGNED = (Role.STUDENT, Role.GUARDIAN)
#: Who leads a school, and who acts for an owner, is the owner's to say.
APPOINTED = (Role.PRINCIPAL, Role.DEPUTY)
OFFICES = (Role.COUNTY_OFFICER, Role.ADMINISTRATOR)
ASSIGNABLE = [(v, n) for v, n in Role.choices if v not in NEVER_ASSIGNED]


class Assignment(Record):
    """A role held by a person from a day until (and with) a day, for an owner, school, department or class."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=24, choices=ASSIGNABLE)
    owner = models.ForeignKey(Owner, on_delete=models.PROTECT, related_name="+")
    school = models.ForeignKey(School, null=True, on_delete=models.PROTECT, related_name="assignments")
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="assignments")
    school_class = models.ForeignKey(SchoolClass, null=True, on_delete=models.PROTECT, related_name="assignments")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="people_role_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(school__isnull=False) | Q(role__in=[Role.COUNTY_OFFICER, Role.ADMINISTRATOR]),
                name="people_role_has_school",
            ),
            models.CheckConstraint(condition=~Q(role__in=NEVER_ASSIGNED), name="people_role_can_be_assigned"),
            models.CheckConstraint(
                condition=Q(department__isnull=True) | Q(school_class__isnull=True), name="people_role_one_scope"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["school", "role"])]

    def __str__(self) -> str:
        """Show the role and its period."""
        return f"{self.role} {self.starts}–{self.ends or ''}"


class Enrolment(Record):
    """A student's place in a class from a day until (and with) a day, and the law it rests on."""

    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="enrolments")
    school_class = models.ForeignKey(SchoolClass, on_delete=models.PROTECT, related_name="enrolments")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    #: Participants under chapter 18 have no rights under §§ 12-4 to 12-6 (domain decision 3).
    basis = models.CharField(max_length=4, choices=LegalBasis.choices, default=LegalBasis.STUDENT)
    lodging = models.CharField(max_length=14, choices=Lodging.choices, default=Lodging.HOME)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="people_enrolment_ends_after_start"
            ),
            models.UniqueConstraint(fields=["student", "school_class", "starts"], name="people_enrolment_once"),
        ]

    def __str__(self) -> str:
        """Show the period."""
        return f"{self.student_id} in {self.school_class_id} {self.starts}–{self.ends or ''}"
