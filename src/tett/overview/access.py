"""Who may look over what. All rules are sets of schools; the rows within are filtered by the rooms that own them."""

from django.db.models import Q

from tett.access.rules import Actor, Rule
from tett.access.words import STAFF_ROLES, Role

may_see_board = Rule(
    "se tavla for skolen eller avdelingen",
    lambda actor: Q(pk__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY, Role.DEPARTMENT_HEAD)),
)
may_see_coverage = Rule("se hvordan det går med planen", lambda actor: Q(pk__in=actor.schools(*STAFF_ROLES)))
may_see_counts = Rule(
    "se tall per skole",
    lambda actor: Q(owner__in=actor.owners(Role.COUNTY_OFFICER)),
)


def whole_school(actor: Actor, school_id: int) -> bool:
    """Tell whether the actor leads the whole school, not only a department."""
    return school_id in actor.schools(Role.PRINCIPAL, Role.DEPUTY)
