"""Who may look over what. All rules are sets of schools; the rows within are filtered by the rooms that own them."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import Actor, Rule
from tett.access.words import STAFF_ROLES, Role

may_see_board = Rule(
    _("se tavla for skolen eller avdelingen"),
    lambda actor: Q(pk__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY, Role.DEPARTMENT_HEAD)),
).explained(_("Ser tavla: hva som er gjort for hvilken klasse."))
may_see_coverage = Rule(
    _("se hvordan det går med planen"), lambda actor: Q(pk__in=actor.schools(*STAFF_ROLES))
).explained(_("Ser hvor langt planen er fulgt opp, i tall."))
may_see_counts = Rule(
    _("se tall per skole"),
    lambda actor: Q(owner__in=actor.owners(Role.COUNTY_OFFICER)),
).explained(_("Ser tall for hver skole, uten navn."))


def whole_school(actor: Actor, school_id: int) -> bool:
    """Tell whether the actor leads the whole school, not only a department."""
    return school_id in actor.schools(Role.PRINCIPAL, Role.DEPUTY)
