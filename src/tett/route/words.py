"""What may be done to a school route, and every sentence about it that a rule may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class What(TextChoices):
    """What somebody did to the route; the label stands after "Siste endring:"."""

    ADDED = "added", _("la til en dag")
    CHANGED = "changed", _("endret en dag")
    REMOVED = "removed", _("fjernet en dag")
    FRAMED = "framed", _("endret første og siste skoledag")
    BEGUN = "begun", _("begynte på skoleruta")
    READ_IN = "read_in", _("leste inn en fil")


class Standing(TextChoices):
    """How far a change has come."""

    PROPOSED = "proposed", _("venter på svar")
    DONE = "done", _("gjort")
    UNDONE = "undone", _("angret")
    DROPPED = "dropped", _("forkastet")


class Mark(TextChoices):
    """What a day is, as it is drawn; the label is what the legend says."""

    SCHOOL = "school", _("skoledag")
    BREAK = "break", _("ferie")
    FREE = "free", _("fridag")
    PLANNING = "planning", _("planleggingsdag")
    HOLIDAY = "holiday", _("helligdag")
    ANYWAY = "anyway", _("skoledag likevel")
    WEEKEND = "weekend", _("helg")
    OUTSIDE = "outside", _("utenfor skoleåret")


class Begin(TextChoices):
    """Where the days of a new year come from."""

    BEFORE = "before", _("Fra året før. Feriene legges i samme uke, og påskeferien følger påska.")
    SHIPPED = "shipped", _("Fra skoleruta for de videregående skolene i Innlandet, slik den følger med Tett.")
    EMPTY = "empty", _("Fra bunnen av, med første og siste skoledag.")


class Found(TextChoices):
    """What became of a line of a file."""

    NEW = "new", _("legges til")
    MOVED = "moved", _("flyttes")
    RENAMED = "renamed", _("får nytt navn")
    SAME = "same", _("er der fra før")
    ODD = "odd", _("leses ikke inn")


#: The least the Act asks for: opplæringslova § 14-1, 38 school weeks within 45 weeks in a row.
LEAST_WEEKS, WITHIN_WEEKS = 38, 45
SOURCE_OF_TOTALS = _("opplæringslova § 14-1")

NOT_YOURS = _("Skoleruta kan bare rektor og rektors stedfortreder endre. Si fra til dem om det som er feil.")
COUNTYS = _("Denne dagen kommer fra fylkeskommunens skolerute, og kan bare endres der. Ta kontakt med fylkeskommunen.")
COUNTYS_FRAME = _("Første og siste skoledag kommer fra fylkeskommunens skolerute, og kan bare endres der.")
GONE = _("Dagen er ikke i skoleruta lenger. Gå tilbake og se hva som gjelder nå.")
NOTHING_CHANGED = _("Ingenting er endret. Skriv noe annet, eller gå tilbake.")
CHANGED_MEANWHILE = _("Noen har endret skoleruta siden du så på dette. Gå tilbake, og gjør endringen på nytt.")
SETTLED_ALREADY = _("Denne endringen er avgjort allerede. Gå tilbake og se hva som gjelder nå.")
STILL_COUNTING = _("Tett regner fortsatt ut hva endringen gjør. Vent litt, og prøv en gang til.")
THERE_ALREADY = _("Samme dag eller periode er i skoleruta fra før, som «{name}». Endre den i stedet.")
NOT_THE_LAST = _("Skoleruta er endret etter dette, så det kan ikke angres. Endre dagen i stedet.")
BEGUN_ALREADY = _("Skoleruta for {year} er begynt på. Gå tilbake og endre den.")
NOTHING_TO_BEGIN_FROM = _("Det er ingen skolerute for {year} å begynne fra. Velg noe annet.")
BOTH_DAYS = _("Skriv både første og siste skoledag.")
YEAR_TOO_FAR = _("Velg et skoleår fra ti år tilbake til fem år fram.")
ALREADY_SHARED = _("Fylkeskommunen har ingen skolerute å endre ennå. Begynn på den først.")

FILE_EMPTY = _("Filen er tom. Velg en kalenderfil (.ics) eller en tabell (.csv eller .xlsx).")
FILE_TOO_BIG = _("Filen er for stor. En skolerute er sjelden over 100 kB, og kan være opptil 1 MB.")
FILE_UNKNOWN = _("Filtypen kan ikke leses. Lagre den som kalender (.ics) eller tabell (.csv eller .xlsx).")
NOT_A_CALENDAR = _("Filen er ikke en hel kalenderfil: {reason} Hent den på nytt der den kommer fra.")
NO_CALENDAR_IN_FILE = _("det står ingen kalender i den.")
BROKEN_AT = _("linje {line} sier «{what}» uten at det er begynt på.")
BROKEN_OFF = _("den slutter på linje {line}, midt i «{what}».")
NOTHING_IN_FILE = _("Det er ingen dager i filen. Se etter at det er riktig fil.")
TOO_MANY = _("Filen har over {number} hendelser. En skolerute har noen titalls; se etter at det er riktig fil.")
COLUMN_MISSING = _("Tabellen mangler kolonnen «{column}». Den skal ha Type, Navn, Fra og Til i første rad.")

LINE_NO_DATE = _("Mangler dato.")
LINE_BAD_DATE = _("Datoen «{text}» er ikke til å forstå. Skriv den som 05.10.2026 eller 2026-10-05.")
LINE_ORDER = _("Siste dag er før første dag.")
LINE_OUTSIDE = _("Ligger utenfor skoleåret {year}.")
LINE_UNKNOWN = _("Tett vet ikke hva slags dag dette er. Legg den til for hånd hvis den skal være med.")
LINE_UNKNOWN_TYPE = _("Typen «{text}» er ukjent. Skriv ferie, fridag, planleggingsdag eller skoledag.")
LINE_TWICE = _("Står to ganger i filen.")
LINE_COUNTYS = _("Gjelder hele fylket, og endres bare av fylkeskommunen.")
LINE_FROM_COUNTY = _("Kommer fra fylkeskommunens skolerute.")
LINE_CANCELLED = _("Er avlyst i kalenderen den kommer fra.")
LINE_BROKEN = _("Hendelsen er skrevet feil og kan ikke leses.")
LINE_OFTEN = _("Gjentas oftere enn hver dag. Slikt hører ikke til i en skolerute.")
LINE_HOLIDAY = _("Helligdag: Tett kjenner helligdagene fra før.")
LINE_MOVED = _("Var {was}.")
LINE_RENAMED = _("Het «{was}».")
LINE_STAYS = _("Står i skoleruta, men ikke i filen. Blir stående.")

#: A list that can be read in: the words that files hold are the same whatever language is read on pages.
EXAMPLE_HEAD = ("Type", "Navn", "Fra", "Til")
EXAMPLE_ROWS = (
    ("ferie", "høstferie", "05.10.2026", "09.10.2026"),
    ("planleggingsdag", "", "20.11.2026", ""),
    ("fridag", "Dag etter Kristi himmelfart", "07.05.2027", ""),
    ("", "Første skoledag Vg1", "17.08.2026", ""),
)
