"""The page people meet first: what matters to them now, by what they are today."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.access.words import LEADERS, STAFF_ROLES, Role
from tett.calendar.rules import Days
from tett.overview.queries.board import Board, board_of
from tett.overview.queries.county import SchoolLine, schools_of
from tett.overview.queries.day import ClassCard, Somebody, Ward, helpers_at, home_school, my_classes, my_wards
from tett.overview.queries.happening import Happening, happening
from tett.overview.queries.setup import next_step, school_days
from tett.overview.words import Step
from tett.people.models import School
from tett.tasks.queries import Week, my_week

PLAN_OWNERS = (Role.PRINCIPAL, Role.DEPUTY)


@dataclass(frozen=True)
class Today:
    """Somebody's day; a part that doesn't concern them is None or empty."""

    school: School | None
    school_week: int | None
    free_day: str
    step: Step | None
    week: Week | None
    board: Board | None
    classes: tuple[ClassCard, ...]
    wards: tuple[Ward, ...]
    helpers: tuple[Somebody, ...]
    happening: tuple[Happening, ...]
    county: tuple[SchoolLine, ...]
    administers: bool

    @property
    def empty(self) -> bool:
        """Tell whether nothing at all concerns this person today."""
        parts = (self.step, self.week, self.board, self.classes, self.wards, self.county)
        return not any(parts) and not self.administers


def today(actor: Actor) -> Today:
    """Give somebody's day (a constant number of queries for each kind of role)."""
    school = home_school(actor)
    days = school_days(actor, school) if school else None
    return Today(
        school=school,
        school_week=days.school_week_number(actor.day) if days else None,
        free_day=_free_day(actor, days),
        step=next_step(actor, school) if school and actor.holds(*PLAN_OWNERS) else None,
        week=my_week(actor) if actor.holds(*STAFF_ROLES, Role.COUNCIL_BOARD) else None,
        board=_board(actor, school, days),
        classes=my_classes(actor) if actor.holds(Role.STUDENT, Role.CONTACT_TEACHER) else (),
        wards=my_wards(actor),
        helpers=helpers_at(actor, school) if school and actor.holds(Role.STUDENT, Role.GUARDIAN) else (),
        happening=happening(actor) if actor.holds(Role.STUDENT, Role.GUARDIAN) else (),
        county=schools_of(actor) if actor.holds(Role.COUNTY_OFFICER) else (),
        administers=actor.holds(Role.ADMINISTRATOR),
    )


def _free_day(actor: Actor, days: Days | None) -> str:
    """Name a day that is unlike others, in the reader's language if it has a usual name."""
    name = days.name_of(actor.day) if days else ""
    return _(name) if name else ""


def _board(actor: Actor, school: School | None, days: Days | None) -> Board | None:
    if school is None or days is None or not actor.holds(*LEADERS):
        return None
    return board_of(actor, school, days)
