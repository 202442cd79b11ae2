"""Beginning a turn, its calendar, and the steps that have been gone through."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.calendar.actions import lay_out_year, load_routes
from tett.calendar.models import SchoolCalendar
from tett.calendar.queries import days_of
from tett.calendar.rules import school_year_name
from tett.calendar.words import Standing
from tett.people.models import School, SchoolClass
from tett.turn import words
from tett.turn.actions.steps import ask, author, prepared
from tett.turn.models import ClassGoes, NextClass, Turn
from tett.turn.rules import Now, Proposal, next_year_of, propose
from tett.turn.words import Bring, Leaving, Step


@transaction.atomic
def begin(school: School, starts_in: int, *, by: Actor, at: datetime) -> Turn:
    """Begin to prepare the turn to a school year, with a first answer to where classes go; twice is once."""
    held = locked(school)
    ask(by, held)
    there = Turn.objects.filter(school=held, starts_in=starts_in).first()
    if there:
        return there
    rows = SchoolClass.objects.filter(school=held, starts_in=starts_in - 1)
    classes = [Now(*row) for row in rows.values_list("id", "name", "level", "programme", "department_id")]
    if not classes:
        raise Refusal(words.NO_CLASSES.format(year=school_year_name(starts_in - 1)))
    turn = Turn.objects.create(school=held, starts_in=starts_in, begun_at=at, begun_by_id=author(by))
    _write(turn, propose(classes))
    record("turn.begun", turn, by=by, at=at, facts={"starts_in": starts_in})
    return turn


def _write(turn: Turn, proposal: Proposal) -> None:
    planned = [NextClass(turn=turn, **row._asdict()) for row in proposal.planned.values()]
    made = {row.name: row for row in NextClass.objects.bulk_create(planned)}
    ClassGoes.objects.bulk_create(
        ClassGoes(
            turn=turn,
            school_class_id=pk,
            to=None if isinstance(goes, Leaving) else made[goes],
            leaving=goes if isinstance(goes, Leaving) else "",
            guessed=pk in proposal.unsure,
        )
        for pk, goes in proposal.goes.items()
    )


@transaction.atomic
def go_through(turn: Turn, step: Step, *, by: Actor, at: datetime) -> Turn:  # noqa: ARG001 - as every action
    """Remember that a step has been gone through, so that the guide goes on from the next."""
    row = prepared(turn, by)
    if step not in row.steps:
        row.steps = [*row.steps, step.value]
        row.save(update_fields=["steps"])
    return row


@transaction.atomic
def bring_calendar(turn: Turn, how: Bring, *, by: Actor, at: datetime) -> None:
    """Give the school's own calendar the next year: out of what Tett ships, or after this year's."""
    row = prepared(turn, by)
    calendar = row.school.calendar
    if calendar is None:
        raise Refusal(words.NO_OWN_CALENDAR)
    if days_of(by, calendar.pk, row.starts_in) is not None:
        raise Refusal(words.CALENDAR_THERE.format(year=row.year))
    (_load if how == Bring.SHIPPED else _copy)(row, calendar, by, at)
    record("calendar.brought", row, by=by, at=at, facts={"how": how.value})


def _load(turn: Turn, calendar: SchoolCalendar, by: Actor, at: datetime) -> None:
    loaded = load_routes(calendar, by=by, at=at)
    if turn.starts_in not in {year.starts_in for year in loaded}:
        raise Refusal(words.NOT_SHIPPED.format(year=turn.year))


def _copy(turn: Turn, calendar: SchoolCalendar, by: Actor, at: datetime) -> None:
    days = days_of(by, calendar.pk, turn.starts_in - 1)
    if days is None:
        raise Refusal(words.NO_CALENDAR_TO_COPY)
    new = next_year_of(days)
    lay_out_year(
        calendar, turn.starts_in, new.first_day, new.last_day, by=by, at=at, standing=Standing.PROPOSED,
        source=str(words.COPIED.format(year=school_year_name(turn.starts_in - 1))),
        level_starts=new.level_starts, days=new.days,
    )  # fmt: skip
