"""Somebody's own part of the plan."""

from tett.access.rules import Actor
from tett.access.words import GROUP_ROLES, Role
from tett.plan.models import Commitment, Edition
from tett.plan.words import Review


def my_commitments(actor: Actor, edition: Edition) -> tuple[Commitment, ...]:
    """Give what the plan asks of the roles that somebody holds today, their own roles before groups (one query)."""
    bearers = my_bearers(actor)
    rows = edition.commitments.exclude(review=Review.DISMISSED).select_related("passage").order_by("order")
    return tuple(c for c in rows if bearers.intersection([c.bearer, *c.co_bearers]))


def my_bearers(actor: Actor) -> frozenset[str]:
    """Give the roles held today and the groups they are part of."""
    roles = {held.role for held in actor.held}
    groups = {group for group, members in GROUP_ROLES.items() if roles.intersection(members)}
    return frozenset({str(Role(r).value) for r in roles} | {str(g) for g in groups})
