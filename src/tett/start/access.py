"""Who may start a school."""

from django.utils.translation import gettext_noop as _

from tett.access.rules import Actor
from tett.access.words import Role
from tett.people.access import may_arrange

#: Whom a person leads through the start: the schools they may arrange.
may_start = may_arrange.explained(_("Leder skolen gjennom oppstarten."))


def leads_here(actor: Actor, school_id: int) -> bool:
    """Tell whether somebody leads the school, and so may do every step of it."""
    return school_id in actor.schools(Role.PRINCIPAL, Role.DEPUTY)
