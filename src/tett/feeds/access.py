"""Which calendars somebody may subscribe to, and what they may hold."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import NOTHING, Actor, Rule
from tett.access.words import GROUP_ROLES, STAFF_ROLES, Group, Role

#: Roles that have tasks of their own in the plan; a temp does another's, which is told with one's own.
ROLES = tuple(role for role in STAFF_ROLES if role not in {Role.TEMP, Role.OTHER_STAFF})
#: Groups whose tasks are told to those who are in them; what all staff have is told with one's own.
GROUPS = (Group.LEADERSHIP, Group.STUDENT_SERVICES, Group.TEACHERS)
IN_CLASS = (Role.CONTACT_TEACHER, Role.SUBJECT_TEACHER, Role.TEMP, Role.STUDENT, Role.GUARDIAN)


def _own(actor: Actor) -> Q:
    return Q(person=actor.person_id) if actor.known else NOTHING


def _of_role(actor: Actor) -> Q:
    """Give the tasks that the plan gives a role which the actor holds: when they are due is told to all staff."""
    found = NOTHING
    for held in actor.held:
        if held.role in ROLES and held.school_id:
            found |= Q(school=held.school_id, duty__bearer__in=bearers_of(held.role))
    return found


def bearers_of(role: Role) -> list[str]:
    """Give what the plan may call somebody with this role."""
    return [role.value, *(group.value for group in GROUPS if role in GROUP_ROLES[group])]


may_keep_feed = Rule(_("egne kalenderabonnementer"), _own).explained(
    _("Slår på, fornyer og slår av sine egne kalenderabonnementer.")
)
may_follow_role = Rule(_("fristene til rollen man har"), _of_role).explained(
    _("Ser i kalenderen når det rollen har ansvar for, har frist, uten navn.")
)
