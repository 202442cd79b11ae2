"""In which ring of the wheel something lies."""

from tett.access.words import SERVICES, STUDENT_OFFICES, Group, Role
from tett.year.words import Ring

_OF: dict[str, Ring] = {
    Role.PRINCIPAL: Ring.LEADERSHIP,
    Role.DEPUTY: Ring.LEADERSHIP,
    Group.LEADERSHIP: Ring.LEADERSHIP,
    Group.ENVIRONMENT_COMMITTEE: Ring.LEADERSHIP,
    Role.DEPARTMENT_HEAD: Ring.DEPARTMENT_HEADS,
    **dict.fromkeys((*SERVICES, Role.PUBLIC_HEALTH, Role.BOARDING_STAFF, Group.STUDENT_SERVICES), Ring.SERVICES),
    **dict.fromkeys((*STUDENT_OFFICES, Role.STUDENT, Group.STUDENTS, Group.COUNCIL), Ring.STUDENTS),
}


def ring_of(bearer: str) -> Ring:
    """Say whose ring it is; what isn't anybody's in particular lies with all who work there."""
    return _OF.get(bearer, Ring.STAFF)
