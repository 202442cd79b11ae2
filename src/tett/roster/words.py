"""Terms of lists and imports, and every sentence the rules may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Holds(TextChoices):
    """Whom a list is about."""

    STUDENTS = "students", _("Elever")
    STAFF = "staff", _("Ansatte")
    GUARDIANS = "guardians", _("Foresatte")


class Format(TextChoices):
    """How the list came."""

    TABLE = "table", _("liste")
    ONEROSTER = "oneroster", _("OneRoster")
    FINT = "fint", _("FINT")


class State(TextChoices):
    """How far an import has come."""

    MAPPING = "mapping", _("venter på kolonnene")
    CHECKING = "checking", _("blir lest")
    READY = "ready", _("klar til å ses over")
    WRITING = "writing", _("blir skrevet")
    DONE = "done", _("gjennomført")
    REFUSED = "refused", _("kunne ikke leses")
    DROPPED = "dropped", _("forkastet")


class Kind(TextChoices):
    """What a line of a list would do."""

    ADD = "add", _("Legges til")
    CHANGE = "change", _("Endres")
    END = "end", _("Avsluttes")
    ODD = "odd", _("Rart")


class Mark(TextChoices):
    """What is told at a line: with what it was and becomes, or what is odd about it."""

    NEW_PERSON = "new_person", _("ny i Tett")
    NEW_HERE = "new_here", _("ny ved skolen")
    LINKED = "linked", _("finnes i Tett, og kobles til nummeret i listen")
    NEW_ID = "new_id", _("får {kind}")
    NEW_CLASS = "new_class", _("ny klasse, {level}, {department}")
    NEW_DEPARTMENT = "new_department", _("ny avdeling")
    ENROLLED = "enrolled", _("klasse {to} fra {day}")
    MOVED = "moved", _("flyttes fra {was} til {to} fra {day}")
    LEFT = "left", _("slutter i {was}, siste dag {day}")
    RETURNS = "returns", _("kommer tilbake: klasse {to} fra {day}")
    PERIOD = "period", _("perioden i klassen rettes")
    BASIS = "basis", _("grunnlag: {to}")
    LODGING = "lodging", _("bor {to}")
    ROLE = "role", _("rolle: {role} fra {day}")
    ROLE_ENDED = "role_ended", _("rolle avsluttes: {role}, siste dag {day}")
    ROLE_UNTIL = "role_until", _("rolle: {role} til og med {day}")
    RIGHT = "right", _("{right} for {student} fra {day}")
    RIGHT_ENDED = "right_ended", _("{right} for {student} avsluttes, siste dag {day}")
    NAME = "name", _("navn: {was} → {to}")
    PREFERRED = "preferred", _("kalles {to}")
    BORN = "born", _("fødselsdatoen rettes")
    LANGUAGE = "language", _("målform: {to}")
    CONTACT = "contact", _("kontaktopplysninger rettes")
    PROTECTED = "protected", _("adressen blir skjermet")
    ABSENT = "absent", _("står ikke i listen")

    KEPT_BY_HAND = "kept_by_hand", _("Rettet for hånd i Tett, og blir stående: {fields}.")
    ENDED_BY_HAND = "ended_by_hand", _("Rollen {role} er avsluttet for hånd i Tett, og gis ikke på nytt.")
    PROTECTED_KEPT = "protected_kept", _("Skjermet adresse: kontaktopplysningene i listen er ikke brukt.")
    ONLY_IN_TETT = "only_in_tett", _("Lagt inn for hånd og står ikke i listen. Blir stående.")
    ODD_KEPT = "odd_kept", _("Linjen i listen kan ikke brukes, så det som står i Tett blir stående.")

    NO_ID = (
        "no_id",
        _("Mangler nummer, Feide-navn og fødselsnummer. Minst ett må være med, så vi finner igjen personen."),
    )
    BAD_ID = "bad_id", _("«{column}» er skrevet feil. Rett det i listen.")
    NO_NAME = "no_name", _("Fornavn eller etternavn mangler.")
    LONG_NAME = "long_name", _("Navnet er lengre enn 80 tegn.")
    NAME_IS_FORMULA = "name_is_formula", _("Navnet begynner som en formel (=, +, − eller @). Skriv det som tekst.")
    BROKEN_LETTERS = (
        "broken_letters",
        _("Bokstavene er ødelagt («{value}»). Lagre listen på nytt som «CSV UTF-8» eller .xlsx."),
    )
    BAD_DATE = "bad_date", _("«{column}»: {value} er ikke en dato. Skriv den som 31.12.2010.")
    AMBIGUOUS_DATE = "ambiguous_date", _("«{column}»: {value} kan leses på to måter. Skriv den som 31.12.2010.")
    SHORT_YEAR = "short_year", _("«{column}»: skriv årstallet med fire sifre ({value}).")
    NUMBER_DATE = "number_date", _("«{column}»: {value} er et tall fra Excel. Gjør kolonnen om til dato.")
    BORN_LATER = "born_later", _("Fødselsdatoen ligger fram i tid, eller er for mer enn 110 år siden.")
    ENDS_FIRST = "ends_first", _("Sluttdatoen er før startdatoen.")
    OUTSIDE_YEAR = "outside_year", _("Datoen {day} ligger ikke i skoleåret {year}.")
    BAD_WORD = "bad_word", _("«{column}»: vi kjenner ikke «{value}». Bruk et av ordene på siden om kolonner.")
    BAD_EMAIL = "bad_email", _("E-postadressen er skrevet feil.")
    BAD_PHONE = "bad_phone", _("Telefonnummeret er skrevet feil.")
    LONG_TEXT = "long_text", _("«{column}» er lengre enn {limit} tegn.")
    NO_CLASS = "no_class", _("Klasse mangler.")
    UNKNOWN_CLASS = (
        "unknown_class",
        _("Klassen {name} finnes ikke skoleåret {year}, og listen sier ikke trinn og avdeling så vi kan lage den."),
    )
    CLASS_DIFFERS = "class_differs", _("Listen sier ulike trinn eller avdelinger for klassen {name}.")
    NO_ROLE = "no_role", _("Rolle mangler.")
    ROLE_NOT_BY_LIST = "role_not_by_list", _("Rollen {role} gis ikke av en liste. Den pekes ut for hånd.")
    ROLE_NEEDS_CLASS = "role_needs_class", _("Rollen {role} gjelder for en klasse. Listen sier ikke hvilken.")
    ROLE_NEEDS_DEPARTMENT = (
        "role_needs_department",
        _("Rollen {role} gjelder for en avdeling. Listen sier ikke hvilken."),
    )
    UNKNOWN_DEPARTMENT = "unknown_department", _("Avdelingen {name} finnes ikke.")
    NO_RIGHT = "no_right", _("Retten mangler (foreldreansvar, verge …). Uten den får ingen vite noe om eleven.")
    NO_SOURCE = "no_source", _("Kilden mangler. Skriv hvor skolen vet dette fra, for eksempel Folkeregisteret.")
    NO_STUDENT = "no_student", _("Listen sier ikke hvilken elev det gjelder.")
    UNKNOWN_STUDENT = (
        "unknown_student",
        _("Eleven går ikke her, eller er ikke importert ennå. Les inn elevlisten først."),
    )
    OWN_GUARDIAN = "own_guardian", _("En kan ikke være foresatt for seg selv.")
    TWICE = "twice", _("Står også på linje {line}, og er tatt med én gang.")
    TWICE_DIFFERENT = (
        "twice_different",
        _("Samme nummer eller navn på flere linjer ({lines}) med ulikt innhold. Ingen av dem er brukt."),
    )
    TWO_PEOPLE = "two_people", _("Numrene på linjen tilhører to forskjellige personer i Tett.")
    OTHER_NUMBER = "other_number", _("Personen har allerede et annet {kind} i Tett. Sjekk hvilket som er riktig.")
    TWIN = "twin", _("Samme navn og fødselsdato som linje {line}, men et annet nummer. Sjekk om det er samme person.")
    NAMESAKE = "namesake", _("Det finnes flere med dette navnet i Tett. Gi den rette nummeret sitt der først.")
    UNREADABLE = "unreadable", _("{said}")
    OTHER_SCHOOL = "other_school", _("{number} i filen hører til andre skoler, og er ikke tatt med.")
    DANGLING = "dangling", _("Viser til noe som ikke er med i filen ({value}).")
    NO_RIGHTS_IN_FILE = (
        "no_rights_in_file",
        _("{number} foresatte i filen står uten rett og kilde, og er ikke tatt med. Les dem inn med foresattlisten."),
    )


#: Fields that people may have put right by hand, as people call them.
FIELDS = {
    "given_name": _("fornavn"),
    "family_name": _("etternavn"),
    "preferred_name": _("kallenavn"),
    "birth_date": _("fødselsdato"),
    "language": _("målform"),
    "email": _("e-post"),
    "phone": _("telefon"),
    "address": _("adresse"),
    "enrolment": _("klasse"),
}

#: At a line that can't or shan't change what is in Tett.
STAYS = _("Blir stående")
NOT_YOURS = _("Bare rektor og stedfortreder kan lese inn lister for skolen.")
NO_FILE = _("Velg en fil først.")
TOO_MANY_FILES = _("Velg høyst {limit} filer om gangen.")
FILES_TOO_BIG = _("Filene er til sammen større enn {limit} MB.")
FILES_OF_DIFFERENT_KINDS = _(
    "Flere filer på en gang går bare for OneRoster og FINT, og alle må høre til det samme. Les inn én liste om gangen."
)
ZIP_BROKEN = _("Zip-filen er ødelagt eller har passord. Pakk den på nytt uten passord.")
ZIP_TOO_BIG = _("Zip-filen blir altfor stor når den pakkes ut, og er derfor ikke åpnet.")
ZIP_UNKNOWN = _("Zip-filen har hverken OneRoster (users.csv …) eller FINT (.json). Sjekk at det er riktig fil.")
JSON_BROKEN = _("{name} er ikke gyldig JSON (linje {line}). Hent filen på nytt.")
JSON_NOT_FINT = _("{name} ser ikke ut som data fra FINT. Den skal ha lister med elev, elevforhold, klasse og person.")
JSON_TOO_DEEP = _("{name} er bygd på en måte vi ikke leser. Hent filen på nytt.")
IN_FILE = _("{name}: {said}")
MISSING_FILES = _("Disse filene mangler i OneRoster-pakken: {names}. Velg alle sammen, eller zip-filen.")
MISSING_COLUMNS = _("{name}: kolonnene {columns} mangler.")
FINT_INCOMPLETE = _("Filen mangler {names}. Elever kan bare leses inn når alle disse er med.")
SCHOOL_NOT_IN_FILE = _("Fant ikke skolen i filen. Skriv skolens organisasjonsnummer under Skolen, og prøv igjen.")
NOTHING_LEFT = _("Importen er allerede gjennomført, forkastet eller for gammel. Last opp filen på nytt.")
NOT_READY = _("Importen er ikke klar til å bekreftes ennå. Vent til filen er lest.")
TICK_ENDS = _(
    "Listen ville avslutte {number}, og det er uvanlig mange. Kryss av for at listen er hel, eller la dem stå."
)
CHANGED_MEANWHILE = _("Noe er endret i Tett siden du så over. Se over en gang til; ingenting er skrevet.")
WENT_WRONG = _("Noe gikk galt da listen skulle leses. Ingenting er skrevet. Prøv igjen, eller send «Jeg fant en feil».")
CHOOSE_HOLDS = _("Velg om listen er elever, ansatte eller foresatte.")
MISSING_FIELDS = _("Si hvilken kolonne som er {names}.")
CHOSEN_TWICE = _("{name} er valgt for flere kolonner. Velg den én gang.")
