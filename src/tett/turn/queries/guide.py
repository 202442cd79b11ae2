"""The guide: which year a school turns to, how far it has come, and whether it may be done today."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists
from django.utils.formats import date_format
from django.utils.translation import pgettext

from tett.access.rules import Actor
from tett.calendar.rules import school_year_name
from tett.people.models import School, SchoolClass
from tett.turn import words
from tett.turn.access import may_turn
from tett.turn.models import Turn
from tett.turn.rules import Season, first_day, turns_to
from tett.turn.words import Stage, Step
from tett.year.queries.turning import begun


@dataclass(frozen=True)
class StepLine:
    """A step of the guide."""

    step: Step
    gone_through: bool
    next: bool


@dataclass(frozen=True)
class Done:
    """A turn that was done, and whether it can still be undone."""

    turn: Turn
    can_be_undone: bool


@dataclass(frozen=True)
class Guide:
    """Where a school is in its turn."""

    school: School
    starts_in: int
    open: bool
    first: date
    last: date
    turn: Turn | None
    done: Done | None
    steps: tuple[StepLine, ...]

    @property
    def year(self) -> str:
        """Name the year it leads to."""
        return school_year_name(self.starts_in)

    @property
    def before(self) -> str:
        """Name the year it leads from."""
        return school_year_name(self.starts_in - 1)

    @property
    def takes_effect(self) -> date:
        """Give the day from which it holds."""
        return first_day(self.starts_in)


def school_to_turn(actor: Actor) -> School | None:
    """Give the school that somebody may turn, or None (one query)."""
    rows = may_turn.filter(actor, School.objects.all()).select_related("calendar__parent")
    return rows.order_by("pk").first()


def guide_of(actor: Actor, school: School) -> Guide:
    """Give where the school is (four queries at most)."""
    starts_in, late = _year(actor, school)
    turns = list(Turn.objects.filter(school=school).select_related("done_by").order_by("-starts_in"))
    turn = next((row for row in turns if row.starts_in == starts_in), None)
    done = next((row for row in turns if row.done), None)
    season = Season.from_data(school.routine)
    return Guide(
        school=school,
        starts_in=starts_in,
        open=late or season.open_on(actor.day),
        first=date(starts_in, season.first_month, 1),
        last=_last_day_of(starts_in, season.last_month),
        turn=turn,
        done=Done(done, not begun(actor, school, done.starts_in)) if done else None,
        steps=_steps(turn),
    )


def turn_of(actor: Actor, school: School) -> Turn | None:
    """Give the turn that the school prepares or has just done (two queries)."""
    starts_in, _ = _year(actor, school)
    rows = Turn.objects.filter(school=school, starts_in=starts_in)
    return rows.select_related("school__calendar__parent").first()


def last_done(actor: Actor, school: School) -> Turn | None:  # noqa: ARG001 - the caller has asked who may turn
    """Give the turn that was done last, which is the one to undo (one query)."""
    return Turn.objects.filter(school=school, stage=Stage.DONE).order_by("-starts_in").first()


def may_be_done(actor: Actor, turn: Turn) -> object:
    """Say why a turn can't be done today; nothing when it can (one query)."""
    starts_in, late = _year(actor, turn.school)
    season = Season.from_data(turn.school.routine)
    if turn.starts_in == starts_in and (late or season.open_on(actor.day)):
        return ""
    first, last = date(turn.starts_in, season.first_month, 1), _last_day_of(turn.starts_in, season.last_month)
    return words.NOT_NOW.format(first=_say(first), last=_say(last))


def _say(day: date) -> str:
    """Write a day as in a sentence."""
    return date_format(day, pgettext("datoformat", "j. F Y"))


def _year(actor: Actor, school: School) -> tuple[int, bool]:
    """Give the year to turn to, and whether the school is late: the year has begun, and has no classes (one query)."""
    usual = turns_to(actor.day)
    if usual == actor.day.year:
        return usual, False
    classes = SchoolClass.objects.filter(school=school)
    has_now = Exists(classes.filter(starts_in=actor.day.year))
    has_old = Exists(classes.filter(starts_in=actor.day.year - 1))
    row = School.objects.filter(pk=school.pk).values_list(has_now, has_old).get()
    late = row == (False, True)
    return (actor.day.year, True) if late else (usual, False)


def _last_day_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _steps(turn: Turn | None) -> tuple[StepLine, ...]:
    gone = set(turn.steps) if turn else set()
    following = next((step for step in Step if step not in gone), None)
    return tuple(StepLine(step, step.value in gone, step == following) for step in Step)
