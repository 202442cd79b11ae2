"""Who may read lists in, and see what they would do."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import NOTHING, Actor, Rule
from tett.access.words import Role


def _of_schools_led(actor: Actor) -> Q:
    schools = actor.schools(Role.PRINCIPAL, Role.DEPUTY)
    return Q(school__in=schools) if schools else NOTHING


may_import = Rule(_("lese inn lister og se hva de endrer"), _of_schools_led).explained(
    _("Leser inn lister over elever, ansatte og foresatte, ser hva de endrer, og bekrefter.")
)
