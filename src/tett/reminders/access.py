"""Who may choose the school's own number of days."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import NOTHING, Actor, Rule
from tett.access.words import Role


def _led(actor: Actor) -> Q:
    schools = actor.schools(Role.PRINCIPAL, Role.DEPUTY)
    return Q(pk__in=schools) if schools else NOTHING


#: Rows of schools.
may_choose_days = Rule(_("velge når det som blir liggende, skal til lederen"), _led).explained(
    _("Velger når det som blir liggende, går videre til lederen.")
)
