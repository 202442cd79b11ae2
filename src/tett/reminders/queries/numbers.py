"""How much waits for each of some hundred people: counted in the database, by the rules that their own pages ask."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from tett.access.rules import Actor
from tett.notify.queries import unread_of_many
from tett.reminders.queries.crowd import Crowd, Somebody
from tett.reminders.queries.teams import teams_of
from tett.reminders.rules import Numbers, Team, since
from tett.reminders.words import Rhythm
from tett.tasks.access import running
from tett.tasks.models import Task
from tett.tasks.rules import sunday_of
from tett.tasks.words import Evidence, State

#: What is late, and what is left of the week.
Due = Counter[str]
LATE, WEEK = "late", "week"


class Pile(NamedTuple):
    """Whose tasks, at which school; readings lie apart, since nobody reads for another."""

    person: int
    school: int
    readings: bool


class Lent(NamedTuple):
    """Tasks (one, or all of them) that somebody looks after for another today."""

    giver: int
    taker: int
    school: int
    task: int | None


class Single(NamedTuple):
    """One task that is looked after by itself."""

    task: int
    person: int
    school: int
    due: date


def numbers_of(actor: Actor, found: Crowd, at: datetime) -> dict[int, Numbers]:
    """Give how much waits for each (at most eight queries, however many they are)."""
    lent = _lent(actor, found.people)
    piles = _piles(actor, {*found.people, *(one.giver for one in lent)})
    singles = _singles(actor, [one.task for one in lent if one.task])
    teams = teams_of(actor, found)
    news = _news(actor, found, at)
    counted = {}
    for pk, one in found.people.items():
        due = _own(one, piles, singles, lent) + _taken(one, piles, singles, lent)
        counted[pk] = Numbers(due[WEEK], due[LATE], news.get(pk, 0), teams.get(pk, Team()))
    return counted


def _lent(actor: Actor, persons: Collection[int]) -> list[Lent]:
    """Give today's handovers by or to one of them."""
    rows = running(actor).filter(Q(giver__in=persons) | Q(taker__in=persons))
    return [Lent(*row) for row in rows.values_list("giver_id", "taker_id", "school_id", "task_id")]


def _open(actor: Actor) -> Q:
    return Q(state=State.OPEN, due__lte=sunday_of(actor.day))


def _piles(actor: Actor, persons: Collection[int]) -> dict[Pile, Due]:
    """Count what each has open, until the end of the week."""
    rows = Task.objects.filter(_open(actor), responsible__in=persons).order_by().annotate(readings=READINGS)
    late = Count("pk", filter=Q(due__lt=actor.day))
    counted = rows.values_list("responsible_id", "school_id", "readings").annotate(late=late, all=Count("pk"))
    return {Pile(who, at, bool(read)): Due({LATE: n, WEEK: of - n}) for who, at, read, n, of in counted}


READINGS = ExpressionWrapper(Q(duty__evidence=Evidence.READING), output_field=BooleanField())


def _singles(actor: Actor, tasks: Collection[int]) -> list[Single]:
    if not tasks:
        return []
    rows = Task.objects.filter(_open(actor), pk__in=tasks).exclude(duty__evidence=Evidence.READING).order_by()
    found = rows.exclude(responsible=None).values_list("pk", "responsible_id", "school_id", "due")
    return [Single(pk, who or 0, school, due) for pk, who, school, due in found]


def _own(one: Somebody, piles: dict[Pile, Due], singles: list[Single], lent: list[Lent]) -> Due:
    """Count what somebody has and hasn't lent out."""
    given = [row for row in lent if row.giver == one.person_id]
    counted: Due = Due()
    for school in one.schools:
        counted += piles.get(Pile(one.person_id, school, readings=True), Due())
        if not any(row.school == school and row.task is None for row in given):
            counted += piles.get(Pile(one.person_id, school, readings=False), Due())
            counted -= _due(singles, [row for row in given if row.school == school], one.today)
    return counted


def _taken(one: Somebody, piles: dict[Pile, Due], singles: list[Single], lent: list[Lent]) -> Due:
    """Count what somebody looks after for others."""
    taken: defaultdict[tuple[int, int], list[Lent]] = defaultdict(list)
    for row in lent:
        if row.taker == one.person_id and row.school in one.capable:
            taken[row.giver, row.school].append(row)
    counted: Due = Due()
    for (giver, school), rows in taken.items():
        whole = any(row.task is None for row in rows)
        counted += piles.get(Pile(giver, school, readings=False), Due()) if whole else _due(singles, rows, one.today)
    return counted


def _due(singles: Iterable[Single], lent: list[Lent], today: date) -> Due:
    """Count the tasks that are lent one by one, each once, if they still are the giver's."""
    wanted = {(row.task, row.giver, row.school) for row in lent}
    return Due(LATE if one.due < today else WEEK for one in singles if (one.task, one.person, one.school) in wanted)


def _news(actor: Actor, found: Crowd, at: datetime) -> dict[int, int]:
    news: dict[int, int] = {}
    for rhythm in (Rhythm.DAILY, Rhythm.WEEKLY):
        persons = [pk for pk, one in found.people.items() if one.wish.rhythm == rhythm]
        if persons:
            news |= unread_of_many(actor, persons, since(rhythm, at))
    return news
