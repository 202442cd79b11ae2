"""Who may lay out and see the year. All rules are sets of schools."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

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


may_unfold = Rule(_("legge ut skoleåret"), _schools_led).explained(_("Legger ut skoleåret som oppgaver."))
#: How it goes, in numbers; never who.
may_see_progress = (
    Rule(_("se hvordan året går på skolen man arbeider på"), _workplaces)
    | Rule(_("se hvordan året går på skoleeierens skoler"), _schools_owned)
).explained(_("Ser hva som er gjort og hva som gjenstår i året, i tall og uten navn."))
#: What happens when: no numbers, no names, nothing that is between those who work there.
may_see_dates = Rule(_("se når ting skjer på skolen man går på"), _schools_attended).explained(
    _("Ser når ting skjer, men ikke hvordan det går.")
)
may_see_year = (may_see_progress | may_see_dates).explained(_("Åpner årshjulet."))
