"""Who may invite whom, and who may help somebody who can't get in."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import NOTHING, Actor, Rule
from tett.access.words import STAFF_ROLES, Role
from tett.people.access import current, may_keep, may_reach, valid_consent, valid_right
from tett.people.models import Assignment, Consent, Contact, Enrolment, Guardianship

LEADS = (Role.PRINCIPAL, Role.DEPUTY)
#: Who works at a school or for it; students who are elected are let in with their class.
AT_WORK = (*STAFF_ROLES, Role.ADMINISTRATOR, Role.EXTERNAL)
#: Whom the school owner looks after: those who lead its schools, and those who act for it.
OF_THE_OWNER = (*LEADS, Role.COUNTY_OFFICER, Role.ADMINISTRATOR)


def not_over(actor: Actor) -> Q:
    """Keep rows whose period holds today or hasn't begun: people are invited before they begin."""
    return Q(ends__isnull=True) | Q(ends__gte=actor.day)


def _own(actor: Actor) -> Q:
    return Q(login=actor.login_id) if actor.known else NOTHING


def _staff(actor: Actor) -> Q:
    """Those who lead a school, and those who keep the system for it, let its staff in."""
    schools = actor.schools(*LEADS, Role.ADMINISTRATOR)
    if not schools:
        return NOTHING
    rows = Assignment.objects.filter(not_over(actor), school__in=schools, role__in=AT_WORK)
    return Q(pk__in=rows.values("person_id"))


def _students(actor: Actor) -> Q:
    """Those who lead a school let all students in, contact teachers those of their class."""
    schools, classes = actor.schools(*LEADS), actor.classes(Role.CONTACT_TEACHER)
    if not schools and not classes:
        return NOTHING
    within = Q(school__in=schools) | Q(school_class__in=classes)
    return Q(pk__in=Enrolment.objects.filter(not_over(actor) & within).values("student_id"))


def _guardians(actor: Actor) -> Q:
    """Guardians are let in by those who may also reach them: a list of them is a list of relations."""
    schools, classes = actor.schools(*LEADS), actor.classes(Role.CONTACT_TEACHER)
    if not schools and not classes:
        return NOTHING
    students = Enrolment.objects.filter(current(actor), Q(school__in=schools) | Q(school_class__in=classes))
    right = Guardianship.objects.filter(valid_right(actor), student__in=students.values("student_id"))
    agreed = Consent.objects.filter(valid_consent(actor), student__in=students.values("student_id"))
    reached = may_reach.filter(actor, Contact.objects.all()).values("person_id")
    near = Q(pk__in=right.values("guardian_id")) | Q(pk__in=agreed.values("guardian_id"))
    return near & Q(pk__in=reached)


def owners_set_up(actor: Actor) -> frozenset[int]:
    """Give the owners for whom somebody keeps the system as a whole, not for one school."""
    mine = [held for held in actor.held if held.role == Role.ADMINISTRATOR and not held.school_id]
    return frozenset(held.owner_id for held in mine if held.owner_id)


def _of_the_owner(actor: Actor) -> Q:
    owners = actor.owners(Role.COUNTY_OFFICER)
    if not owners:
        return NOTHING
    offices = Assignment.objects.filter(not_over(actor), owner__in=owners, role__in=OF_THE_OWNER)
    return Q(pk__in=offices.values("person_id"))


def _begun(actor: Actor) -> Q:
    """Whoever keeps the system for the owner lets the first ones in: those who lead, and those who act for it."""
    owners = owners_set_up(actor)
    if not owners:
        return NOTHING
    offices = Assignment.objects.filter(not_over(actor), owner__in=owners, role__in=OF_THE_OWNER)
    return Q(pk__in=offices.values("person_id"))


may_invite = (
    Rule(_("slippe inn dem som arbeider ved skolen"), _staff)
    | Rule(_("slippe inn elever"), _students)
    | Rule(_("slippe inn foresatte man kan kontakte"), _guardians)
    | Rule(_("slippe inn dem som leder skolene"), _of_the_owner)
    | Rule(_("slippe inn de første"), _begun)
).explained(_("Inviterer noen til å logge inn i Tett."))
may_help = (may_keep | Rule(_("hjelpe dem som leder skolene, inn igjen"), _of_the_owner)).explained(
    _("Hjelper noen inn igjen som har mistet måten å logge inn på.")
)
may_use_passkey = Rule(_("sine egne passnøkler"), _own).explained(_("Bruker og fjerner passnøkler."))
may_end_visit = Rule(_("sine egne innlogginger"), _own).explained(_("Ser hvor noen er logget inn, og avslutter det."))
