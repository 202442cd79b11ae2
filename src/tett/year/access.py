"""Who may lay out and see the year. All rules are sets of schools."""

from django.db.models import Q

from tett.access.rules import Actor, Rule
from tett.access.words import STAFF_ROLES, Role


def _schools_led(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY))


def _workplaces(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(*STAFF_ROLES))


def _schools_owned(actor: Actor) -> Q:
    return Q(owner__in=actor.owners(Role.COUNTY_OFFICER))


def _schools_attended(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(Role.STUDENT, Role.GUARDIAN))


may_unfold = Rule("legge ut skoleåret", _schools_led)
#: How it goes, in numbers; never who.
may_see_progress = Rule("se hvordan året går på skolen man arbeider på", _workplaces) | Rule(
    "se hvordan året går på skoleeierens skoler", _schools_owned
)
#: What happens when: no numbers, no names, nothing that is between those who work there.
may_see_dates = Rule("se når ting skjer på skolen man går på", _schools_attended)
may_see_year = may_see_progress | may_see_dates
