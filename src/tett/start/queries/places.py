"""Owners, schools, departments and leaders, for those who may set them up."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import Role, label_of
from tett.people.access import current, may_appoint, may_own, may_set_up
from tett.people.models import Assignment, Department, Login, Owner, School
from tett.people.models.role import APPOINTED, OFFICES
from tett.start.access import leads_here, may_start
from tett.start.rules import first_code, same_code


@dataclass(frozen=True)
class Appointed:
    """Somebody in an office or a leading role."""

    assignment: Assignment
    name: str
    role: str
    inside: bool


def nobody_yet(_actor: Actor) -> bool:
    """Tell whether Tett is as empty as at its first start: nobody can log in."""
    return not Login.objects.exists()


def code_is_right(_actor: Actor, said: str) -> bool:
    """Tell whether somebody knows the code of the first start."""
    return same_code(said, first_code(settings.SECRET_KEY))


def owners_to_run(actor: Actor) -> "QuerySet[Owner]":
    """Give the owners for whom somebody may act or set up, with whether they have schools at all."""
    schools = School.objects.filter(owner=OuterRef("pk"))
    return may_set_up.filter(actor, Owner.objects.annotate(has_schools=Exists(schools)).order_by("name"))


def owner_to_run(actor: Actor, public_id: str) -> Owner | None:
    """Give one of them."""
    return owners_to_run(actor).filter(public_id=public_id).first()


def school_to_start(actor: Actor, slug: str) -> School | None:
    """Give a school that somebody may lead through the start."""
    rows = may_start.filter(actor, School.objects.filter(slug=slug))
    return rows.select_related("owner__calendar", "calendar__parent").first()


def departments_of(_actor: Actor, school: School) -> "QuerySet[Department]":
    """Give a school's departments with how many classes and heads each has; ``school`` was found by the rule."""
    heads = Count("assignments", filter=Q(assignments__role=Role.DEPARTMENT_HEAD), distinct=True)
    rows = Department.objects.filter(school=school).annotate(heads=heads, all_classes=Count("classes", distinct=True))
    return rows.order_by("name")


def department_to_arrange(actor: Actor, public_id: str) -> Department | None:
    """Give a department of a school that somebody may lead through the start."""
    schools = may_start.filter(actor, School.objects.all()).order_by().values("pk")
    return Department.objects.filter(school__in=schools, public_id=public_id).select_related("school").first()


def leaders_of(actor: Actor, school: School) -> tuple[Appointed, ...]:
    """Give who leads the school today; its heads of departments are told to those who lead it."""
    roles = [*APPOINTED, *([Role.DEPARTMENT_HEAD] if leads_here(actor, school.pk) else [])]
    return _appointed(actor, Q(school=school, role__in=roles))


def officers_of(actor: Actor, owner: Owner) -> tuple[Appointed, ...]:
    """Give who acts for the owner today; an administrator sees offices, and no leaders of schools."""
    offices = Q(owner=owner, role__in=[Role.COUNTY_OFFICER, Role.ADMINISTRATOR])
    leaders = Q(owner=owner, role__in=[Role.PRINCIPAL, Role.DEPUTY]) if may_own.allows(actor, owner) else Q(pk__in=[])
    return _appointed(actor, offices | leaders)


def owns(actor: Actor, owner: Owner) -> bool:
    """Tell whether somebody acts for the owner, and so may end what the owner has given."""
    return may_own.allows(actor, owner)


def may_appoint_at(actor: Actor, school: School) -> bool:
    """Tell whether somebody may say who leads the school."""
    return may_appoint.allows(actor, school)


def appointment(actor: Actor, public_id: str) -> Assignment | None:
    """Give what an owner has given somebody and may end."""
    given = Assignment.objects.filter(role__in=[*APPOINTED, *OFFICES], owner__in=actor.owners(Role.COUNTY_OFFICER))
    return given.filter(current(actor), public_id=public_id).select_related("person", "owner", "school").first()


def _appointed(actor: Actor, wanted: Q) -> tuple[Appointed, ...]:
    rows = Assignment.objects.filter(current(actor) & wanted).select_related("person__login", "school", "department")
    return tuple(_one(row) for row in rows.order_by("role", "person__sort_key", "pk"))


def _one(row: Assignment) -> Appointed:
    where = row.department or row.school
    role = label_of(row.role)
    return Appointed(row, row.person.name, f"{role}, {where.name}" if where else role, hasattr(row.person, "login"))
