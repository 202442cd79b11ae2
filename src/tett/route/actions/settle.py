"""Deciding a change: it is made, let go, or undone."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.calendar.actions import write_layer
from tett.calendar.queries import layer_of
from tett.route import words
from tett.route.access import may_settle
from tett.route.actions.follow import follow
from tett.route.models import Amendment
from tett.route.rules.snapshot import from_data, to_data
from tett.route.words import Standing


@transaction.atomic
def settle(row: Amendment, *, by: Actor, at: datetime) -> Amendment:
    """Make a change that was looked at, and let the tasks follow."""
    row = _held(row, by)
    _require(row, Standing.PROPOSED)
    if row.counted < row.schools:
        raise Refusal(words.STILL_COUNTING)
    if to_data(layer_of(by, row.calendar_id, row.starts_in)) != row.before:
        raise Refusal(words.CHANGED_MEANWHILE)
    return _write(row, Standing.DONE, by, at)


@transaction.atomic
def undo(row: Amendment, *, by: Actor, at: datetime) -> Amendment:
    """Let the calendar say what it said before the newest change."""
    row = _held(row, by)
    _require(row, Standing.DONE)
    if to_data(layer_of(by, row.calendar_id, row.starts_in)) != row.after:
        raise Refusal(words.NOT_THE_LAST)
    return _write(row, Standing.UNDONE, by, at)


@transaction.atomic
def drop(row: Amendment, *, by: Actor, at: datetime) -> Amendment:
    """Let a change go that nobody wants after all."""
    row = _held(row, by)
    _require(row, Standing.PROPOSED)
    _mark(row, Standing.DROPPED, by, at)
    return row


def _held(row: Amendment, by: Actor) -> Amendment:
    """Hold the change and the calendar; refuse who may not decide."""
    row = locked(row)
    if not may_settle.allows(by, row):
        raise Refusal(words.NOT_YOURS)
    locked(row.calendar)
    return row


def _require(row: Amendment, standing: Standing) -> None:
    if row.standing != standing:
        raise Refusal(words.SETTLED_ALREADY)


def _write(row: Amendment, standing: Standing, by: Actor, at: datetime) -> Amendment:
    layer = from_data(row.after if standing == Standing.DONE else row.before)
    write_layer(row.calendar, row.starts_in, layer, by=by, at=at)
    _mark(row, standing, by, at)
    follow(row, by=by, at=at)
    return row


def _mark(row: Amendment, standing: Standing, by: Actor, at: datetime) -> None:
    row.standing, row.settled_at = standing, at
    row.save(update_fields=["standing", "settled_at"])
    facts = {"starts_in": row.starts_in, "what": row.what, "schools": row.schools}
    record(f"route.{standing.value}", row, by=by, at=at, facts=facts)
