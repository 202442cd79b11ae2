"""The turn itself: everything in one step."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.actions.turning import turn_people
from tett.people.rules.turning import Turning
from tett.roster.actions.turning import pass_on
from tett.turn import words
from tett.turn.actions.settle import settle
from tett.turn.actions.steps import ask, held
from tett.turn.models import Turn
from tett.turn.queries.guide import may_be_done
from tett.turn.queries.preview import turning_of
from tett.turn.queries.prospect import prospect_of
from tett.turn.rules import first_day
from tett.turn.words import Stage
from tett.year.actions import unfold
from tett.year.queries.turning import can_be_laid_out, marks


@transaction.atomic
def turn_over(turn: Turn, seen: str, *, by: Actor, at: datetime) -> Turn:
    """Turn the year as it was shown (``seen`` says what was); twice is once."""
    school = locked(turn.school)
    ask(by, school)
    row = held(turn, by)
    if row.done:
        return row
    _check_season(row, by)
    prospect = prospect_of(by, row)
    if prospect.print != seen:
        raise Refusal(words.CHANGED_SINCE)
    before, turning = marks(by, school), turning_of(by, prospect)
    trail = turn_people(school, turning, by=by, at=at)
    pass_on({row.id: row.instead_of for row in trail.roles}, by=by)
    row.stage, row.done_at, row.done_by_id = Stage.DONE, at, by.person_id
    row.trail = {"people": trail.as_data(), "before": before}
    row.save(update_fields=["stage", "done_at", "done_by", "trail"])
    if can_be_laid_out(by, school, row.starts_in):
        unfold(school, row.starts_in, by=by, at=at)
    if by.day >= first_day(row.starts_in):
        settle(row, by=by, at=at)
    record("year.turned", row, by=by, at=at, facts=_facts(turning))
    return row


def _check_season(turn: Turn, by: Actor) -> None:
    refused = may_be_done(by, turn)
    if refused:
        raise Refusal(refused)


def _facts(turning: Turning) -> dict[str, int]:
    return {
        "starts_in": turning.starts_in,
        "classes": len(turning.classes),
        "students": len(turning.places),
        "left": len(turning.ended_places) - len(turning.places),
        "roles": len(turning.roles),
    }
