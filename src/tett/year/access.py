"""Who may lay out and see the year. All rules are sets of schools."""

from django.db.models import Q

from tett.access.rules import Actor, Rule
from tett.access.words import Role


def _schools_led(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY))


def _own_schools(actor: Actor) -> Q:
    return Q(pk__in=actor.schools())


def _schools_owned(actor: Actor) -> Q:
    return Q(owner__in=actor.owners(Role.COUNTY_OFFICER))


may_unfold = Rule("legge ut skoleåret", _schools_led)
may_see_year = Rule("se året på sin egen skole", _own_schools) | Rule("se året på skoleeierens skoler", _schools_owned)
