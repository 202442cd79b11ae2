"""Who reads what people tell of faults, and who fills in for the owner."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import EVERYTHING, NOTHING, Actor, Rule
from tett.access.words import Role

#: Those who act for the owner; faults are about the system, and tell of no student.
KEEPERS = (Role.COUNTY_OFFICER, Role.ADMINISTRATOR)


def _all_for_keepers(actor: Actor) -> Q:
    """Give all of them: a fault belongs to the installation, which serves one owner."""
    return EVERYTHING if actor.holds(*KEEPERS) else NOTHING


def _owners(actor: Actor) -> Q:
    return Q(pk__in=actor.owners(*KEEPERS)) if actor.holds(*KEEPERS) else NOTHING


may_read_faults = Rule(_("lese meldinger om feil i systemet"), _all_for_keepers).explained(
    _("Leser meldinger om feil i systemet.")
)
may_state = Rule(_("fylle ut det skoleeier svarer for om personvern"), _owners).explained(
    _("Fyller ut det skoleeieren svarer for om personvern.")
)
