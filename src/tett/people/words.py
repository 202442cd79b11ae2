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


class IdentifierKind(TextChoices):
    """What another system knows a person by."""

    FEIDE = "feide", _("Feide-navn")
    NATIONAL = "national", _("fødselsnummer (bare som avtrykk)")
    SOURCED_ID = "sourced_id", _("OneRoster-id")
    SYSTEM_ID = "system_id", _("FINT-id")
    OWN_NUMBER = "own", _("skolens eget nummer")


class IdentifierSource(TextChoices):
    """Where the school got an identifier from."""

    HAND = "hand", _("skrevet inn")
    LIST = "list", _("liste")
    ONEROSTER = "oneroster", _("OneRoster")
    FINT = "fint", _("FINT")


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

# Places: owner, school, departments, and who leads them
SLUG_TAKEN = _("Adressen «{slug}» er i bruk av en annen skole. Velg en annen, for eksempel med stedet bak.")
SLUG_IS_A_WORD_OF_OURS = _("Adressen «{slug}» er opptatt av Tett selv. Velg en annen, for eksempel med «vgs» bak.")
SLUG_ODD = _("Adressen kan bare ha små bokstaver fra a til z, tall og bindestrek. Skriv for eksempel «fjellvik».")
DEPARTMENT_THERE = _("Skolen har allerede en avdeling som heter «{name}».")
DEPARTMENT_IN_USE = _(
    "Avdelingen har klasser eller en leder. Flytt klassene og avslutt rollen først, så kan du fjerne den."
)
NAME_MISSING = _("Navnet mangler. Skriv det slik folk kjenner det.")
ONLY_LEADERS = _("Skoleeier peker ut rektor og stedfortreder. Andre roller gir skolen selv.")
ONLY_OFFICES = _("Her velges bare de som arbeider hos skoleeier, og den som er systemansvarlig.")
LAST_OFFICER = _("Minst én må kunne handle for skoleeier. Pek ut en annen først.")
LEADS_ALREADY = _("{name} har allerede denne rollen.")
ALREADY_BEGUN = _("Tett er allerede satt i gang her. Logg inn, eller spør den som satte det i gang.")

# People and roles, as they are kept in the application
ROLE_THERE = _("{name} har allerede denne rollen i perioden. Avslutt den først, eller velg andre dager.")
NO_NEXT_PRINCIPAL = _(
    "Skolen ville stått uten rektor. Gi en annen rollen som rektor fra dagen etter, så kan du avslutte."
)
NOT_IN_THE_CLASS = _("{name} går ikke i klassen den dagen. Velg en som gjør det.")
CHOSEN_TWICE = _("{name} er valgt to ganger. Velg hver elev én gang.")
SAME_CLASS = _("Eleven går allerede i denne klassen. Velg en annen.")
NOT_OF_THIS_YEAR = _(
    "Dagen ligger utenfor skoleåret klassen hører til. Velg en dag fra 1. august {first} til 31. juli {last}."
)
PERSON_THERE = _(
    "Skolen kjenner allerede {name} med samme navn. Søk og åpne, eller kryss av nederst for at dette er en annen."
)
BORN_IN_THE_FUTURE = _("Fødselsdatoen ligger fram i tid. Rett den.")
BIRTH_DATE_MISSING = _("Fødselsdatoen mangler. Den avgjør når eleven blir 18 og selv bestemmer.")
RIGHT_THERE = _("{name} er allerede registrert for denne eleven. Avslutt det først hvis noe er endret.")
ONESELF = _("En kan ikke være foresatt for seg selv. Velg en annen.")
NOTHING_TO_END = _("{name} har ingen rolle eller plass ved skolen som varer lenger enn dette. Velg en tidligere dag.")
ADULT_ALREADY = _("Eleven er 18 år. Da bestemmer eleven selv, og kan gi samtykke fra sin egen side i Tett.")
READER_THERE = _("{name} kan allerede nå denne personen.")
CONSENT_TOO_LONG = _("Et samtykke varer høyst ett år om gangen. Velg en tidligere sluttdato.")
NO_CONTACT_TO_WRITE = _(
    "Adressen er skjermet, og du er ikke blant dem som kan se den. Da kan du heller ikke skrive over den."
)


class Kind(TextChoices):
    """Whom a list of people is about."""

    ALL = "", _("Alle")
    STUDENTS = "elever", _("Elever")
    STAFF = "ansatte", _("Ansatte")
    GUARDIANS = "foresatte", _("Foresatte")
    FORMER = "tidligere", _("Tidligere")


#: What the rooms are called on the page that tells who may what.
ROOM_NAMES = {
    "people": _("Folk, klasser og kontaktinformasjon"),
    "entry": _("Innlogging"),
    "roster": _("Import av lister"),
    "tasks": _("Oppgaver"),
    "plan": _("Handlingsplanen"),
    "year": _("Skoleåret"),
    "turn": _("Årsskiftet"),
    "route": _("Skoleruta"),
    "start": _("Oppstart"),
    "notify": _("Varsler"),
    "documents": _("Dokumenter"),
    "reminders": _("Påminnelser"),
    "feeds": _("Kalenderabonnement"),
    "privacy": _("Personvern"),
    "overview": _("Oversikter"),
    "audit": _("Loggen"),
}

# What other systems know people by
NOT_A_FEIDE_NAME = _("«{value}» er ikke et Feide-navn. Det ser ut som navn@fylke.no.")
NOT_A_NATIONAL_NUMBER = _("Fødselsnummeret stemmer ikke. Det har elleve sifre, og de to siste kontrollerer resten.")
NOT_AN_IDENTIFIER = _("Nummeret er tomt eller for langt. Skriv det slik det står i det andre systemet.")
IDENTIFIER_TAKEN = _("Dette tilhører allerede en annen person. Fjern det der først, hvis det er feil.")
