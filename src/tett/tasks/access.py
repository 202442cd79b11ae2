"""Who may see, do and give away which tasks."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_noop as _

from tett.access.rules import NOTHING, Actor, Rule
from tett.access.words import STAFF_ROLES, STUDENT_OFFICES, Role
from tett.people.access import current
from tett.people.models import Assignment, Enrolment, SchoolClass
from tett.tasks.models import Handover, Task
from tett.tasks.words import Evidence

#: Roles that keep the system or count for the owner: they open no task, whoever holds them.
BLIND = (Role.ADMINISTRATOR, Role.COUNTY_OFFICER)
PRESENT = tuple(role for role in Role if role not in BLIND)
#: Roles that can look after another's tasks.
CAPABLE = (*STAFF_ROLES, *STUDENT_OFFICES)
HEADS = (Role.PRINCIPAL, Role.DEPUTY)
#: Roles that what is arranged is for; they learn what and when, not who has it to do.
INVITED = (Role.STUDENT, Role.GUARDIAN)


def running(actor: Actor) -> "QuerySet[Handover]":
    """Give the handovers that hold today."""
    return Handover.objects.filter(starts__lte=actor.day, ends__gte=actor.day, ended_at__isnull=True).order_by()


def _own(actor: Actor) -> Q:
    schools = actor.schools(*PRESENT)
    return Q(responsible=actor.person_id, school__in=schools) if schools else NOTHING


def _taken(actor: Actor) -> Q:
    """Give what others have handed over, except readings: nobody reads for another."""
    schools = actor.schools(*CAPABLE)
    if not schools:
        return NOTHING
    to_me = running(actor).filter(taker=actor.person_id, school__in=schools)
    return Q(school__in=schools) & _covered_by(to_me)


def _covered_by(lent: "QuerySet[Handover]") -> Q:
    covers = (Q(task=None) | Q(task=OuterRef("pk"))) & Q(giver=OuterRef("responsible"), school=OuterRef("school"))
    # The first condition lets the database start from the few givers; the second decides.
    near = Q(responsible__in=lent.values("giver")) & ~Q(duty__evidence=Evidence.READING)
    return near & Q(Exists(lent.filter(covers)))


def _lent_out(actor: Actor) -> Q:
    return _covered_by(running(actor).filter(giver=actor.person_id)) if actor.known else NOTHING


def _of_school(actor: Actor) -> Q:
    schools = actor.schools(*HEADS)
    return Q(school__in=schools) if schools else NOTHING


def _of_department(actor: Actor) -> Q:
    departments = actor.departments(Role.DEPARTMENT_HEAD)
    if not departments:
        return NOTHING
    classes = SchoolClass.objects.filter(department__in=departments).order_by().values("pk")
    students = Enrolment.objects.filter(current(actor), school_class__in=classes).order_by().values("student")
    within = Q(department__in=departments) | Q(school_class__in=classes) | Q(student__in=students)
    return Q(school__in=actor.schools(Role.DEPARTMENT_HEAD)) & within


def _followed(actor: Actor) -> Q:
    return _of_school(actor) | _of_department(actor)


def _led(actor: Actor) -> Q:
    """Give the tasks that a leader is above: a department head isn't above the principal and the deputy."""
    schools = actor.schools(Role.DEPARTMENT_HEAD)
    above = Assignment.objects.filter(current(actor), role__in=HEADS, school__in=schools).order_by().values("person")
    return _of_school(actor) | (_of_department(actor) & ~Q(responsible__in=above))


def _led_except_readings(actor: Actor) -> Q:
    return _led(actor) & ~Q(duty__evidence=Evidence.READING)


may_follow_tasks = Rule(_("følge oppgavene på skolen eller avdelingen man leder"), _followed).explained(
    _("Følger med på andres oppgaver, med notater og filer.")
)
may_reassign = Rule(_("gi oppgaver til andre som leder"), _led).explained(_("Gir oppgaver til en annen for godt."))
may_see_task = (
    Rule(_("oppgaver man har ansvar for"), _own) | Rule(_("oppgaver man har overtatt"), _taken) | may_follow_tasks
).explained(_("Åpner en oppgave."))
may_do_task = (
    Rule(_("gjøre det man har ansvar for"), _own)
    | Rule(_("gjøre det man har overtatt"), _taken)
    | Rule(_("gjøre noe som leder"), _led_except_readings)
).explained(_("Fører en oppgave som gjort. At noe er lest, bekrefter bare den som har lest."))
may_do_own = Rule(_("eget ansvar"), _own).explained(_("Har en oppgave selv."))
#: What is on somebody's own list on a day when something is handed over, to them or by them.
_kept_to_oneself = (may_do_own & ~Rule("overlatt til andre", _lent_out)).called(
    _("det man har ansvar for og ikke har overlatt")
)
may_do_today = (_kept_to_oneself | Rule(_("overtatt"), _taken)).explained(_("Har en oppgave på sin egen liste i dag."))
may_settle_task = (may_do_task | may_reassign).explained(
    _("Setter en oppgave til ikke gjort eller ikke aktuell, eller flytter den.")
)


def _on_seen_tasks(actor: Actor) -> Q:
    return Q(task__in=may_see_task.filter(actor, Task.objects.order_by()).values("pk"))


def _part_in(actor: Actor) -> Q:
    schools = actor.schools(*CAPABLE)
    return Q(school__in=schools) & (Q(giver=actor.person_id) | Q(taker=actor.person_id)) if schools else NOTHING


may_see_proof = Rule(_("notater og filer på oppgaver man kan se"), _on_seen_tasks).explained(
    _("Leser notater og filer på en oppgave.")
)
may_see_handover = (
    Rule(_("det man har gitt bort eller overtatt"), _part_in) | Rule(_("skolens"), _of_school)
).explained(_("Ser hvem som passer på oppgaver for hvem."))
may_end_handover = may_see_handover.explained(_("Tar oppgaver tilbake før perioden er over."))


def _arranged(actor: Actor) -> Q:
    """Give what is arranged for one's own class or the whole school: that it happens is no secret to those invited."""
    schools, classes = actor.schools(*INVITED), actor.classes(*INVITED)
    whole_school = Q(school_class=None, department=None, student=None, staff=None)
    invited = Q(school__in=schools) & Q(duty__evidence=Evidence.ACTIVITY)
    return invited & (Q(school_class__in=classes) | whole_school) if schools else NOTHING


may_know_of = Rule(_("vite hva som skjer for klassen og skolen"), _arranged).explained(
    _("Vet hva som skjer for klassen og skolen, men ikke hvem som har det å gjøre.")
)
