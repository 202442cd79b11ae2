"""Who may find, read and change what about people."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from tett.access.rules import NOTHING, Actor, Rule
from tett.access.words import LEADERS, STAFF_ROLES, Role
from tett.people.models import Assignment, Consent, Enrolment, Guardianship, ProtectedReader
from tett.people.rules import born_after_for_minors
from tett.people.words import RIGHTS_WITH_ACCESS


def current(actor: Actor, prefix: str = "") -> Q:
    """Keep rows whose period holds today."""
    begun = Q(**{f"{prefix}starts__lte": actor.day})
    return begun & (Q(**{f"{prefix}ends__isnull": True}) | Q(**{f"{prefix}ends__gte": actor.day}))


def valid_right(actor: Actor, prefix: str = "") -> Q:
    """Keep guardianships that give access today: a right in law, in its period, for a student under 18."""
    minor = Q(**{f"{prefix}student__birth_date__gt": born_after_for_minors(actor.day)})
    return current(actor, prefix) & minor & Q(**{f"{prefix}right__in": RIGHTS_WITH_ACCESS})


def valid_consent(actor: Actor, prefix: str = "") -> Q:
    """Keep consents that hold today."""
    return current(actor, prefix) & Q(**{f"{prefix}withdrawn_at__isnull": True})


def _schools_led(actor: Actor) -> Q:
    return Q(pk__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY))


def _people_of_schools(actor: Actor) -> Q:
    """Staff may find the staff and students of their own school."""
    schools = actor.schools(*STAFF_ROLES)
    if not schools:
        return NOTHING
    enrolled = Enrolment.objects.filter(current(actor), school__in=schools).values("student_id")
    assigned = Assignment.objects.filter(current(actor), school__in=schools).values("person_id")
    return Q(pk__in=enrolled) | Q(pk__in=assigned)


def _self(actor: Actor) -> Q:
    return Q(pk=actor.person_id) if actor.known else NOTHING


def _wards(actor: Actor) -> Q:
    return Q(pk__in=actor.wards) if actor.wards else NOTHING


def _kept(actor: Actor) -> Q:
    """Those who lead a school keep what it knows of its people, before, while and after they are there."""
    schools = actor.schools(Role.PRINCIPAL, Role.DEPUTY)
    if not schools:
        return NOTHING
    students = Enrolment.objects.filter(school__in=schools).values("student_id")
    staff = Assignment.objects.filter(school__in=schools).values("person_id")
    guardians = Guardianship.objects.filter(student__in=students).values("guardian_id")
    return Q(pk__in=students) | Q(pk__in=staff) | Q(pk__in=guardians)


def _contacts_at_work(actor: Actor) -> Q:
    """Leaders reach everybody at the school, contact teachers their own class; never a protected person."""
    schools, classes = actor.schools(*LEADERS), actor.classes(Role.CONTACT_TEACHER)
    if not schools and not classes:
        return NOTHING
    within = Q(school__in=schools) | Q(school_class__in=classes)
    students = Enrolment.objects.filter(current(actor) & within).values("student_id")
    staff = Assignment.objects.filter(current(actor), school__in=schools).values("person_id")
    guardians = Guardianship.objects.filter(valid_right(actor), student__in=students).values("guardian_id")
    agreed = Consent.objects.filter(valid_consent(actor), student__in=students).values("guardian_id")
    near = Q(pk__in=students) | Q(pk__in=staff) | Q(pk__in=guardians) | Q(pk__in=agreed)
    return Q(person__protected_address=False) & ~_tells_of_a_protected_home(actor) & near


def _tells_of_a_protected_home(actor: Actor) -> Q:
    """Where a protected student lives is told by where a guardian lives, and the other way round."""
    rights = Guardianship.objects.filter(current(actor))
    guardians = rights.filter(student__protected_address=True).values("guardian_id")
    students = rights.filter(guardian__protected_address=True).values("student_id")
    return Q(pk__in=guardians) | Q(pk__in=students)


def _contacts_named(actor: Actor) -> Q:
    """Those whom the school has named may reach a protected person, while they work there."""
    schools = actor.schools(*STAFF_ROLES)
    if not schools:
        return NOTHING
    named = ProtectedReader.objects.filter(current(actor), reader=actor.person_id, school__in=schools)
    return Q(pk__in=named.values("protected_id"))


def _own_contact(actor: Actor) -> Q:
    return Q(pk=actor.person_id) if actor.known else NOTHING


def _classes(actor: Actor) -> Q:
    """Let staff see the classes of their school, and students their own."""
    schools, own = actor.schools(*STAFF_ROLES), actor.classes(Role.STUDENT)
    return Q(school__in=schools) | Q(pk__in=own) if schools or own else NOTHING


def _at_home(actor: Actor, within: Q) -> Q:
    """Keep those who are students, staff or guardians somewhere today."""
    students = Enrolment.objects.filter(current(actor) & within).values("student_id")
    staff = Assignment.objects.filter(current(actor) & within).values("person_id")
    guardians = Guardianship.objects.filter(current(actor), student__in=students).values("guardian_id")
    return Q(pk__in=students) | Q(pk__in=staff) | Q(pk__in=guardians)


def _gone_elsewhere(actor: Actor) -> Q:
    """Leave what is known of somebody who has gone to another school to that school."""
    here = Q(school__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY))
    return _at_home(actor, ~here & Q(school__isnull=False)) & ~_at_home(actor, here)


def _classes_led(actor: Actor) -> Q:
    return Q(school__in=actor.schools(Role.PRINCIPAL, Role.DEPUTY))


def _classes_taught(actor: Actor) -> Q:
    return Q(pk__in=actor.classes(Role.CONTACT_TEACHER))


def _owners(actor: Actor) -> Q:
    return Q(pk__in=actor.owners(Role.COUNTY_OFFICER))


def _schools_owned(actor: Actor) -> Q:
    return Q(owner__in=actor.owners(Role.COUNTY_OFFICER))


def _owners_set_up(actor: Actor) -> Q:
    """Whoever keeps the system may set up what nobody runs yet; once somebody does, it is theirs."""
    return Q(pk__in=actor.owners(Role.ADMINISTRATOR))


def _schools_begun(actor: Actor) -> Q:
    """Give the schools that nobody leads: they have nobody else to ask."""
    led = Assignment.objects.filter(current(actor), role__in=[Role.PRINCIPAL, Role.DEPUTY]).values("school_id")
    return Q(owner__in=actor.owners(Role.ADMINISTRATOR)) & ~Q(pk__in=led)


may_own = Rule(_("forvalte det skoleeieren har"), _owners).explained(
    _("Forvalter skoleeieren: peker ut hvem som leder skolene, og hvem som handler for skoleeieren.")
)
may_set_up = (may_own | Rule(_("sette opp for skoleeieren"), _owners_set_up)).explained(
    _("Setter opp skoler og en felles kalender for skoleeieren.")
)
may_arrange = (
    Rule(_("lede skolen"), _schools_led)
    | Rule(_("eie skolen"), _schools_owned)
    | Rule(_("sette i gang en skole uten ledelse"), _schools_begun)
).explained(_("Ordner skolens navn, adresse og avdelinger."))
may_appoint = (
    Rule(_("eie skolen"), _schools_owned) | Rule(_("sette i gang en skole uten ledelse"), _schools_begun)
).explained(_("Peker ut rektor og stedfortreder."))
may_staff = Rule(_("bemanne skolen"), _schools_led).explained(
    _("Gir og avslutter roller, tar inn elever og vikarer, og flytter elever mellom klasser.")
)
may_keep = Rule(_("holde orden på det skolen vet om en person"), _kept).explained(
    _("Finner også foresatte og dem som har sluttet, med det skolen har registrert om dem.")
)
may_find = (
    Rule(_("elever og ansatte der man arbeider"), _people_of_schools)
    | Rule(_("seg selv"), _self)
    | Rule(_("egne barn"), _wards)
).explained(_("Finner folk ved navn."))
may_reach = (
    Rule(_("kontakte dem man har ansvar for"), _contacts_at_work)
    | Rule(_("nå en med skjermet adresse, for den som er navngitt"), _contacts_named)
    | Rule(_("sin egen kontaktinformasjon"), _own_contact)
).explained(_("Ser telefon, e-post og adresse. En skjermet adresse ser bare de som skolen har navngitt."))
#: Whom one may open: everybody one may find, and those that the school one leads keeps something of.
may_look_up = (may_find | may_keep).explained(_("Åpner siden om en person."))
may_correct = (
    (may_keep & ~Rule(_("hører nå til en annen skole"), _gone_elsewhere)).called(_("rette det skolen vet om en person"))
).explained(_("Retter navn, fødselsdato, kontaktinformasjon og foresatte, og skjermer adresser."))
may_see_class = Rule(_("se en klasseliste"), _classes).explained(
    _("Ser hvem som går i en klasse, uten kontaktinformasjon.")
)
may_elect = (
    Rule(_("føre inn tillitselever på skolen man leder"), _classes_led)
    | Rule(_("føre inn tillitselever i egen klasse"), _classes_taught)
).explained(_("Fører inn tillitselever, vara og miljøelever."))
