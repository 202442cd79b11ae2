"""What anybody may know of a school: how to reach it, and who leads it."""

from dataclasses import dataclass

from tett.access.rules import Actor
from tett.access.words import Role
from tett.people.access import current
from tett.people.models import Assignment, School


@dataclass(frozen=True)
class OpenSchool:
    """A school as the open pages show it."""

    school: School
    principal: str


def open_school(actor: Actor, slug: str) -> OpenSchool | None:
    """Give a school by its address, with the name of its principal, which is public (two queries)."""
    school = School.objects.filter(slug=slug).select_related("owner").first()
    if school is None:
        return None
    rows = Assignment.objects.filter(current(actor), school=school, role=Role.PRINCIPAL)
    held = rows.filter(person__protected_address=False).select_related("person").order_by("starts").first()
    return OpenSchool(school, held.person.name if held else "")
