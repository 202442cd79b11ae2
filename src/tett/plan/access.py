"""Who may read and change the plan."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

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
may_own_plan = Rule(_("lese inn og vedta planen"), _schools_led).explained(
    _("Leser inn, vedtar og forkaster handlingsplanen.")
)
#: On editions.
may_edit = Rule(_("endre et utkast"), _drafts_led).explained(_("Endrer et utkast til handlingsplan."))
may_read = (may_edit | Rule(_("lese et utkast"), _drafts_seen) | Rule(_("lese en vedtatt plan"), _adopted)).explained(
    _("Leser handlingsplanen. Den vedtatte er for alle.")
)
