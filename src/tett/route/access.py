"""Who may look at and change school routes: sets of schools, and of owners."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import Actor, Rule
from tett.access.words import STAFF_ROLES, Role


def _schools_led(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY))


def _schools_of(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(*STAFF_ROLES, Role.STUDENT, Role.GUARDIAN))


def _schools_owned(actor: Actor) -> Q:
    return Q(owner__in=actor.owners(Role.COUNTY_OFFICER))


def _owners(actor: Actor) -> Q:
    return Q(pk__in=actor.owners(Role.COUNTY_OFFICER))


may_edit_own = Rule(_("endre skolens egne dager"), _schools_led).explained(_("Endrer skolens egne dager i skoleruta."))
may_read_route = (
    Rule(_("se skoleruta der man arbeider eller går"), _schools_of)
    | Rule(_("se skoleruta for skoleeierens skoler"), _schools_owned)
).explained(_("Ser skoleruta."))
#: Sets of owners.
may_edit_shared = Rule(_("endre skoleruta for alle skoleeierens skoler"), _owners).explained(
    _("Endrer den felles skoleruta.")
)
may_read_shared = may_edit_shared.explained(_("Ser den felles skoleruta under arbeid."))


def _amendments(actor: Actor) -> Q:
    """Give the changes of the days that are the actor's to change."""
    own = Q(school__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY))
    return own | Q(school=None, owner__in=actor.owners(Role.COUNTY_OFFICER))


may_settle = Rule(_("avgjøre endringer i skoleruta man har ansvar for"), _amendments).explained(
    _("Bekrefter eller forkaster endringer i skoleruta.")
)
