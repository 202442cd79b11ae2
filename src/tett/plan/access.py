"""Who may read and change the plan."""

from django.db.models import Q

from tett.access.rules import Actor, Rule
from tett.access.words import Role
from tett.plan.words import EditionState

OWNERS = (Role.PRINCIPAL, Role.DEPUTY)
OPEN_STATES = (EditionState.ADOPTED, EditionState.REPLACED)


def _schools_led(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(*OWNERS))


def _drafts_led(actor: Actor) -> Q:
    return Q(school__in=actor.schools(*OWNERS))


def _drafts_seen(actor: Actor) -> Q:
    return Q(school__in=actor.schools(Role.DEPARTMENT_HEAD), state=EditionState.DRAFT)


def _adopted(_actor: Actor) -> Q:
    """Open adopted editions to anybody, also without logging in: the plan is public."""
    return Q(state__in=OPEN_STATES)


#: On schools: who may read in, review and adopt a plan there.
may_own_plan = Rule("lese inn og vedta planen", _schools_led)
#: On editions.
may_edit = Rule("endre et utkast", _drafts_led)
may_read = may_edit | Rule("lese et utkast", _drafts_seen) | Rule("lese en vedtatt plan", _adopted)
