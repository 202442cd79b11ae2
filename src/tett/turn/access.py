"""Who may turn a school's year, and who may know how far a school has come."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import Actor, Rule
from tett.access.words import Role
from tett.people.access import may_staff


def _schools_owned(actor: Actor) -> Q:
    return Q(owner__in=actor.owners(Role.COUNTY_OFFICER))


may_turn = Rule(_("gjøre årsskiftet"), may_staff.rows).explained(_("Gjør årsskiftet: nytt år, nye klasser og roller."))
#: Whether it is done, for each school: no classes, no names.
may_know_turned = (
    may_turn | Rule(_("se hvor langt skoleeierens skoler har kommet med årsskiftet"), _schools_owned)
).explained(_("Ser om årsskiftet er gjort."))
