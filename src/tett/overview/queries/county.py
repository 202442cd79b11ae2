"""What the school owner sees: numbers per school, never a name."""

from dataclasses import dataclass

from tett.access.rules import Actor
from tett.overview.access import may_see_counts
from tett.overview.queries.counts import counted
from tett.overview.rules import health
from tett.overview.words import Health
from tett.people.models import School
from tett.plan.models import Edition
from tett.plan.words import EditionState
from tett.tasks.models import Task
from tett.tasks.rules import Tally
from tett.turn.queries import state_of_schools
from tett.turn.words import Came


@dataclass(frozen=True)
class SchoolLine:
    """How one school's plan is doing."""

    name: str
    slug: str
    edition: Edition | None
    count: Tally
    health: Health
    #: How far the school has come with the turn of the year; nothing outside the months in which schools turn.
    turn: Came | None


def schools_of(actor: Actor) -> tuple[SchoolLine, ...]:
    """Give the schools whose numbers the actor may see (three queries, five in summer)."""
    schools = may_see_counts.filter(actor, School.objects.order_by("name"))
    editions = {e.school_id: e for e in _editions(actor)}
    tasks = Task.objects.filter(school__in=schools.order_by().values("pk"))
    counts, turns = counted(actor, tasks, "school_id"), state_of_schools(actor)
    return tuple(_line(s, editions.get(s.pk), counts.get((s.pk,), Tally()), turns.get(s.pk)) for s in schools)


def _editions(actor: Actor) -> "list[Edition]":
    schools = may_see_counts.filter(actor, School.objects.all()).values("pk")
    rows = Edition.objects.filter(school__in=schools, state=EditionState.ADOPTED)
    return list(rows.only("school_id", "number", "title", "in_force_from", "last_revised"))


def _line(school: School, edition: Edition | None, count: Tally, turn: Came | None) -> SchoolLine:
    return SchoolLine(school.name, school.slug, edition, count, health(count), turn)
