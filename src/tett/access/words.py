"""Names of the roles that the school knows, and of groups of them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tett.calendar import words as calendar_words


class Role(TextChoices):
    """A role somebody can hold for a period, within a scope."""

    PRINCIPAL = "principal", _("rektor")
    DEPUTY = "deputy", _("rektors stedfortreder")
    DEPARTMENT_HEAD = "department_head", _("avdelingsleder")
    CONTACT_TEACHER = "contact_teacher", _("kontaktlærer")
    SUBJECT_TEACHER = "subject_teacher", _("faglærer")
    COUNSELLOR = "counsellor", _("rådgiver")
    SOCIAL_COUNSELLOR = "social_counsellor", _("sosialpedagogisk rådgiver")
    ENVIRONMENT_WORKER = "environment_worker", _("miljøveileder")
    PPT = "ppt", _("PP-tjenesten")
    NURSE = "nurse", _("helsesykepleier")
    PUBLIC_HEALTH = "public_health", _("folkehelsekoordinator")
    BOARDING_STAFF = "boarding_staff", _("internatansatt")
    OTHER_STAFF = "other_staff", _("ansatt")
    TEMP = "temp", _("vikar")
    STUDENT = "student", _("elev")
    CLASS_REPRESENTATIVE = "class_representative", _("tillitselev")
    DEPUTY_REPRESENTATIVE = "deputy_representative", _("vara for tillitselev")
    ENVIRONMENT_STUDENT = "environment_student", _("miljøelev")
    COUNCIL_BOARD = "council_board", _("elevrådsstyret")
    GUARDIAN = "guardian", _("foresatt")
    COUNTY_OFFICER = "county_officer", _("skoleeier (fylkeskommunen)")
    EXTERNAL = "external", _("ekstern samarbeidspartner")
    ADMINISTRATOR = "administrator", _("systemansvarlig")


class Group(TextChoices):
    """What a plan calls several roles at once."""

    LEADERSHIP = "leadership", _("ledelsen")
    STUDENT_SERVICES = "student_services", _("elevtjenesten")
    TEACHERS = "teachers", _("lærerne")
    STAFF = "staff", _("alle ansatte")
    COUNCIL = "council", _("elevrådet")
    STUDENTS = "students", _("elevene")
    GUARDIANS = "guardians", _("foresatte")
    ENVIRONMENT_COMMITTEE = "environment_committee", _("skolemiljøutvalget")
    EVERYONE = "everyone", _("alle")


LEADERS = (Role.PRINCIPAL, Role.DEPUTY, Role.DEPARTMENT_HEAD)
SERVICES = (Role.SOCIAL_COUNSELLOR, Role.COUNSELLOR, Role.ENVIRONMENT_WORKER, Role.PPT, Role.NURSE)
TEACHING = (Role.CONTACT_TEACHER, Role.SUBJECT_TEACHER, Role.TEMP)
STAFF_ROLES = (*LEADERS, *TEACHING, *SERVICES, Role.PUBLIC_HEALTH, Role.BOARDING_STAFF, Role.OTHER_STAFF)
STUDENT_OFFICES = (
    Role.CLASS_REPRESENTATIVE,
    Role.DEPUTY_REPRESENTATIVE,
    Role.ENVIRONMENT_STUDENT,
    Role.COUNCIL_BOARD,
)

#: Which roles a group's name stands for, the one who answers for the group first.
GROUP_ROLES: dict[str, tuple[Role, ...]] = {
    Group.LEADERSHIP: LEADERS,
    Group.STUDENT_SERVICES: SERVICES,
    Group.TEACHERS: TEACHING,
    Group.STAFF: STAFF_ROLES,
    Group.COUNCIL: (Role.COUNCIL_BOARD, Role.CLASS_REPRESENTATIVE),
    Group.STUDENTS: (Role.STUDENT,),
    Group.GUARDIANS: (Role.GUARDIAN,),
    Group.ENVIRONMENT_COMMITTEE: (Role.PRINCIPAL, Role.DEPUTY, Role.SOCIAL_COUNSELLOR, Role.CLASS_REPRESENTATIVE),
    Group.EVERYONE: (*STAFF_ROLES, Role.STUDENT),
}


#: A year of upper secondary school; the word lives in the calendar, which stands below and knows first days per level.
Level = calendar_words.Level


BEARERS = [*Role.choices, *Group.choices]
_LABELS: dict[str, object] = dict(BEARERS)


def label_of(bearer: str) -> str:
    """Name a role or group; Django's own ``get_…_display`` translates all of them to find the one."""
    return str(_LABELS.get(bearer, bearer))
