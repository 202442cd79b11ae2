"""Persons and how to reach them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tett.base.models import Record
from tett.people.models.place import Owner, School
from tett.people.rules.names import found_by
from tett.people.words import Language


class FoundByField(models.CharField[str, str]):
    """Keeps what a person is found by in step with the names, whoever stores them and however many at once."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001, ARG002 - as Django calls it
        """Work it out of the names."""
        given, preferred, family = (
            getattr(model_instance, name) for name in ("given_name", "preferred_name", "family_name")
        )
        found = found_by(given, preferred, family)
        setattr(model_instance, self.attname, found)
        return found


class Person(Record):
    """Somebody known to a school owner: student, member of staff, guardian or other."""

    owner = models.ForeignKey(Owner, on_delete=models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    preferred_name = models.CharField(max_length=80, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.BOKMAAL)
    #: Norwegian order (æøå last) kept beside the name, since databases differ in how they sort.
    sort_key = models.CharField(max_length=170, db_index=True)
    #: Bare letters of all the names (``rules.names.found_by``), which the search asks for.
    found_by = FoundByField(max_length=260, editable=False)
    protected_address = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Show the name that the person uses."""
        return self.name

    @property
    def name(self) -> str:
        """Give the name that the person uses."""
        return f"{self.preferred_name or self.given_name} {self.family_name}"


class Contact(models.Model):
    """How to reach a person: a table of its own, since far fewer may read it than the name."""

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        """Say whose it is, never what it says."""
        return f"contact of {self.person_id}"


class ProtectedReader(Record):
    """One of the few whom the school has named to read the contact details of a protected person."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    protected = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="protected_readers")
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["protected", "reader", "school", "starts"], name="people_reader_once"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="people_reader_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"{self.reader_id} may reach {self.protected_id}"
