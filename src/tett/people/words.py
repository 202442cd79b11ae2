"""Terms of people, classes and relations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """The written language somebody reads best."""

    BOKMAAL = "nb", _("bokmål")
    NYNORSK = "nn", _("nynorsk")
    ENGLISH = "en", _("engelsk")


class LegalBasis(TextChoices):
    """Under which chapter of the Education Act somebody is taught."""

    STUDENT = "ch5", _("elev etter kapittel 5")
    PARTICIPANT = "ch18", _("voksen deltaker etter kapittel 18")


class Lodging(TextChoices):
    """Where somebody lives during the school week."""

    HOME = "home", _("hjemme")
    BOARDING_HOUSE = "boarding_house", _("på internat")
    LODGINGS = "lodgings", _("på hybel")


class Right(TextChoices):
    """What an adult is to a student, in law."""

    PARENTAL = "parental", _("foreldreansvar")
    NONE = "none", _("forelder uten foreldreansvar")
    APPOINTED = "appointed", _("verge")
    CHILD_WELFARE = "child_welfare", _("barnevernstjenesten")


#: The rights that give standing access until the student is 18 (domain decision 7: a parent without
#: parental responsibility has none; each request is decided by a person).
RIGHTS_WITH_ACCESS = (Right.PARENTAL, Right.APPOINTED, Right.CHILD_WELFARE)


class ConsentScope(TextChoices):
    """What an adult student lets a former guardian see."""

    EVERYTHING = "everything", _("det samme som før jeg fylte 18")
    PRACTICAL = "practical", _("møter og praktisk informasjon")


class Unit(TextChoices):
    """Where a role counts."""

    OWNER = "owner", _("skoleeier")
    SCHOOL = "school", _("skole")
    DEPARTMENT = "department", _("avdeling")
    SCHOOL_CLASS = "class", _("klasse")


ROLE_NEEDS_CLASS = _("Denne rollen gjelder for en klasse. Velg hvilken klasse.")
ENDS_BEFORE_START = _("Sluttdatoen er før startdatoen. Rett en av dem.")
ALREADY_ENDED = _("Rollen er allerede avsluttet.")
NOT_YOURS = _("Dette kan du ikke endre. Spør rektor eller den som har ansvaret.")
ROLE_NEEDS_DEPARTMENT = _("Denne rollen gjelder for en avdeling. Velg hvilken avdeling.")
ANOTHER_SCHOOL = _("Klassen eller avdelingen hører til en annen skole. Velg en fra samme skole.")
ALREADY_ENROLLED = _("Eleven går allerede i en klasse i denne perioden. Flytt eleven i stedet.")
ONLY_THE_STUDENT = _("Bare eleven selv kan gi eller trekke tilbake samtykke.")
NOT_AN_ADULT = _("Eleven er under 18 år. Foresatte med foreldreansvar ser uten samtykke til eleven fyller 18.")
ALREADY_LEFT = _("Eleven har allerede sluttet i klassen.")
NOT_GIVEN_BY_SCHOOL = _(
    "Denne rollen kan ikke skolen gi. Elever får plass i en klasse, foresatte får en rett, og skoleeier velger selv."
)
OF_ANOTHER_OWNER = _("Personen hører til en annen skoleeier. Velg noen som hører til hos dere.")
SOURCE_MISSING = _("Skriv hvor skolen vet dette fra, for eksempel Folkeregisteret.")
NOT_YOUR_GUARDIAN = _("Skolen har ikke registrert denne personen som foresatt for deg. Spør kontaktlæreren din.")
NOT_AT_THE_SCHOOL = _("Bare de som arbeider ved skolen, kan få dette. Velg en av dem.")
NAME_TAKEN = _("Brukernavnet er i bruk. Velg et annet.")
WRONG_NAME_OR_PASSWORD = _("Brukernavnet eller passordet er feil. Prøv en gang til.")
TOO_MANY_TRIES = _("Det har vært for mange forsøk. Vent fem minutter, og prøv igjen.")
