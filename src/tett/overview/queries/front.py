"""The open front page of a school: nothing here needs a log-in, and nothing here names a student."""

from dataclasses import dataclass

from django.db.models import QuerySet

from tett.access.rules import Actor
from tett.people.models import School
from tett.plan.models import Edition
from tett.plan.words import EditionState


@dataclass(frozen=True)
class Front:
    """A school as anybody may meet it."""

    school: School
    edition: Edition | None


def schools_in_use(_actor: Actor) -> "QuerySet[School]":
    """Give the schools that anybody may visit."""
    return School.objects.order_by("name")


def front_of(_actor: Actor, slug: str) -> Front | None:
    """Give a school's front page, or None when there is no such school (two queries)."""
    school = School.objects.filter(slug=slug).first()
    return Front(school, _edition(school)) if school else None


def _edition(school: School) -> Edition | None:
    rows = Edition.objects.filter(school=school, state=EditionState.ADOPTED)
    return rows.only("number", "title", "last_revised", "in_force_from", "school_id").first()
