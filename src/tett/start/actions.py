"""Several things at once, so that none of them is done by half."""

from datetime import date, datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.access.words import Role
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.calendar.actions import load_routes
from tett.people.access import may_arrange
from tett.people.actions.leaders import Newcomer, appoint, appoint_officer, introduce
from tett.people.models import Assignment, Owner, School
from tett.people.words import NOT_YOURS
from tett.start.words import HAS_ROUTE_ALREADY


@transaction.atomic
def appoint_new(school: School, newcomer: Newcomer, role: Role, starts: date, *, by: Actor, at: datetime) -> Assignment:
    """Make somebody known and let them lead a school."""
    return appoint(school, introduce(school.owner, newcomer, by=by, at=at), role, starts, by=by, at=at)


@transaction.atomic
def appoint_new_officer(owner: Owner, newcomer: Newcomer, role: Role, *, by: Actor, at: datetime) -> Assignment:
    """Make somebody known and let them act for the owner."""
    person = introduce(owner, newcomer, by=by, at=at)
    return appoint_officer(owner, person, role, by.day, by=by, at=at)


@transaction.atomic
def take_routes(school: School, *, by: Actor, at: datetime) -> int:
    """Give the owner's schools the routes that Tett brings; years that are there already are left alone."""
    if not may_arrange.allows(by, school) or school.calendar is None:
        raise Refusal(NOT_YOURS)
    shared = locked(school.calendar.parent or school.calendar)
    years = load_routes(shared, by=by, at=at)
    if not years:
        raise Refusal(HAS_ROUTE_ALREADY)
    record("routes.taken", shared, by=by, at=at, facts={"years": [year.starts_in for year in years]})
    return len(years)
