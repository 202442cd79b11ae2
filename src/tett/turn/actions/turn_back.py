"""Undoing a turn."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.actions.turning import PutBack, turn_people_back
from tett.people.models import School
from tett.people.rules.turning import Trail
from tett.turn import words
from tett.turn.actions.settle import unsettle
from tett.turn.actions.steps import ask, held
from tett.turn.models import Turn
from tett.turn.words import Stage
from tett.year.actions import unfold
from tett.year.actions.turning import withdraw
from tett.year.models import Unfolding
from tett.year.queries.turning import begun, can_be_laid_out


@transaction.atomic
def turn_back(turn: Turn, *, by: Actor, at: datetime) -> PutBack:
    """Put everything back as it was before the turn, until somebody has done the new year's first task."""
    school = locked(turn.school)
    ask(by, school)
    row = held(turn, by)
    if not row.done:
        raise Refusal(words.NOT_TURNED)
    if begun(by, school, row.starts_in):
        raise Refusal(words.TASKS_BEGUN)
    unsettle(row, by=by, at=at)
    withdraw(school, row.starts_in, row.trail["before"], by=by, at=at)
    put_back = turn_people_back(school, Trail.from_data(row.trail["people"]), by=by, at=at)
    _lay_out_as_before(school, row.starts_in, by, at)
    row.stage, row.done_at, row.done_by_id, row.settled_at, row.trail = Stage.PREPARING, None, None, None, {}
    row.save(update_fields=["stage", "done_at", "done_by", "settled_at", "trail"])
    record("year.turned_back", row, by=by, at=at, facts=put_back._asdict())
    return put_back


def _lay_out_as_before(school: School, starts_in: int, by: Actor, at: datetime) -> None:
    """Let a year that was laid out before the turn follow classes and roles again."""
    laid = Unfolding.objects.filter(school=school, starts_in=starts_in).exists()
    if laid and can_be_laid_out(by, school, starts_in):
        unfold(school, starts_in, by=by, at=at)
