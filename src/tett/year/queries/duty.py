"""One promise through the year: when it is done, how far it has come, and what of it is one's own."""

from dataclasses import dataclass

from tett.access.rules import Actor
from tett.access.words import LEADERS
from tett.people.models import School
from tett.tasks.access import may_do_own
from tett.tasks.models import Duty, Task
from tett.tasks.queries import Row
from tett.tasks.queries.rows import folded, told
from tett.tasks.words import State
from tett.year.access import may_see_year
from tett.year.queries.sight import Occurrence, Thing, sight_of
from tett.year.queries.telling import say_days

#: One's own next lines; the whole list is under «Oppgaver».
MINE = 3


@dataclass(frozen=True)
class Once:
    """An occurrence, its days as they are said."""

    when: str
    occurrence: Occurrence


@dataclass(frozen=True)
class DutyPage:
    """A promise and its year, ready to show."""

    school: School
    duty: Duty
    thing: Thing
    times: tuple[Once, ...]
    mine: tuple[Row, ...]
    progress: bool
    #: Leads the school or a department there, so that there is a list of the tasks behind.
    leads: bool


def duty_page(actor: Actor, public_id: str, starts_in: int | None = None) -> DutyPage | None:
    """Give a promise of this year's plan (or another year's) at a school whose year somebody may see, or None."""
    schools = may_see_year.filter(actor, School.objects.order_by()).values("pk")
    duty = (
        Duty.objects.filter(public_id=public_id, school__in=schools).select_related("school__calendar__parent").first()
    )
    if duty is None:
        return None
    sight = sight_of(actor, duty.school, starts_in)
    thing = next((thing for thing in sight.things if thing.duty_id == public_id), None)
    return None if thing is None else _page(actor, duty, thing, progress=sight.progress)


def _page(actor: Actor, duty: Duty, thing: Thing, *, progress: bool) -> DutyPage:
    return DutyPage(
        school=duty.school,
        duty=duty,
        thing=thing,
        times=tuple(Once(say_days(once.opens, once.due), once) for once in thing.occurrences),
        mine=_mine(actor, duty),
        progress=progress,
        leads=duty.school_id in actor.schools(*LEADERS),
    )


def _mine(actor: Actor, duty: Duty) -> tuple[Row, ...]:
    """Give one's own open tasks of the duty, the first due first (two queries)."""
    rows = may_do_own.filter(actor, Task.objects.filter(duty=duty, state=State.OPEN))
    return told(actor, folded(rows, ["due"], 0, MINE))
