"""The terms of the yearly turn, and the sentences it may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Step(TextChoices):
    """A step of the guide, in the order they are taken."""

    CALENDAR = "calendar", _("Skoleruta")
    CLASSES = "classes", _("Klassene")
    STUDENTS = "students", _("Elevene")
    ROLES = "roles", _("Rollene")
    ROOMS = "rooms", _("Det som følger med")


class Stage(TextChoices):
    """How far a turn has come."""

    PREPARING = "preparing", _("forberedes")
    DONE = "done", _("gjort")


class Leaving(TextChoices):
    """Why somebody isn't at the school next year."""

    FINISHED = "finished", _("har fullført")
    APPRENTICE = "apprentice", _("går ut i lære")
    OTHER_SCHOOL = "other_school", _("bytter skole")
    STOPPED = "stopped", _("slutter")


class Fate(TextChoices):
    """What becomes of a role."""

    FOLLOWS = "follows", _("følger klassen")
    TAKES = "takes", _("får en ny klasse")
    STAYS = "stays", _("blir på skolen, uten klasse")
    GOES_ON = "goes_on", _("fortsetter")
    ENDS = "ends", _("avsluttes 31. juli")


class OldTasks(TextChoices):
    """What becomes of tasks that nobody has done when the school year is over."""

    CLOSE = "close", _("Lukkes som «ikke gjort»")
    CARRY = "carry", _("Tas med inn i det nye året")
    LEAVE = "leave", _("Blir liggende åpne")


class Came(TextChoices):
    """How far a school has come with its turn, as its owner sees it."""

    NOT_BEGUN = "not_begun", _("ikke begynt")
    PREPARING = "preparing", _("i gang")
    DONE = "done", _("gjort")


class Bring(TextChoices):
    """Where the calendar of the next year can come from."""

    SHIPPED = "shipped", _("Hent skoleruta som følger med Tett")
    COPY = "copy", _("Lag et forslag etter ruta for i år")


class Hole(TextChoices):
    """Something that is missing, or should be looked at."""

    NO_ROUTE = "no_route", _("Skoleruta er ikke lagt inn.")
    PROPOSED = "proposed", _("Ruta er et forslag. Se etter om fylket har vedtatt den.")
    AUTUMN = "autumn", _("Høstferien mangler.")
    CHRISTMAS = "christmas", _("Juleferien mangler.")
    WINTER = "winter", _("Vinterferien mangler.")
    PLANNING = "planning", _("Planleggingsdagene er ikke lagt inn.")
    FEW_DAYS = "few_days", _("Det er færre enn 190 skoledager (opplæringsloven § 14-1: minst 38 uker).")


#: Why a task was closed; written on the task, which everybody reads in the same language.
YEAR_OVER = _("Skoleåret er over, og dette ble ikke gjort.")
TARGET_LEFT = _("Den det gjaldt, er ikke på skolen lenger.")
CARRIED = _("Tatt med fra skoleåret {year} ved årsskiftet.")

NOT_YOURS = _("Årsskiftet kan bare rektor og rektors stedfortreder gjøre. Si fra til dem om det du ser.")
NOT_NOW = _(
    "Årsskiftet kan gjøres fra {first} til {last}. Til da kan du forberede det, og se hva som kommer til å skje."
)
ALREADY_TURNED = _("Årsskiftet er allerede gjort. Angre det først, hvis noe skal være annerledes.")
NOT_TURNED = _("Årsskiftet er ikke gjort, så det er ikke noe å angre.")
CHANGED_SINCE = _("Noe har endret seg siden du så over. Se over en gang til, og gjennomfør så.")
TASKS_BEGUN = _(
    "Den første oppgaven i det nye skoleåret er gjort, så årsskiftet kan ikke angres lenger: da ville det som er gjort,"
    " bli borte. Rett heller den ene klassen, eleven eller rollen som er feil."
)
NAME_TAKEN = _("Det er allerede en klasse som heter «{name}» neste år. Velg et annet navn.")
NAME_MISSING = _("Klassen må ha et navn, for eksempel 2NAA.")
CLASS_IN_USE = _("Noen skal gå i {name}. Send dem til en annen klasse først, så kan du fjerne den.")
NOT_A_PLACE = _("Velg en av klassene neste år, eller hvorfor noen slutter.")
NOBODY_CHOSEN = _("Ingen er valgt. Kryss av minst én.")
NO_CLASSES = _("Skolen har ingen klasser i {year}. Hent inn klasselistene først, så er det noe å flytte opp.")
FATE_UNKNOWN = _("Den rollen kan ikke gjøre det. Velg noe annet på linjen.")
CALENDAR_THERE = _("Skoleruta for {year} er allerede lagt inn. Endre den på siden for skoleruta.")
NOT_SHIPPED = _(
    "Tett har ingen skolerute for {year} med seg. Lag et forslag etter ruta for i år, eller legg den inn selv."
)
NO_CALENDAR_TO_COPY = _(
    "Skolen har ingen skolerute i år å gå ut fra. Legg inn ruta for neste år på siden for skoleruta."
)
NO_OWN_CALENDAR = _("Skolen mangler en egen kalender. Be skoleeier om å sette den opp.")
COPIED = _("Forslag etter skoleruta for {year}: samme uker og ukedager. Rett det når fylket har vedtatt ruta.")

#: What the rooms carry over that do the same every year: by room, its name, and (kept, sentence).
OTHER_ROOMS: dict[str, tuple[object, tuple[tuple[bool, object], ...]]] = {
    "roster": (
        _("Klasselistene fra fylket"),
        (
            (True, _("Tett kjenner igjen alle elever og ansatte i neste liste. Det dere velger her, rettes av lista.")),
            (True, _("Nye elever i august kommer med lista.")),
        ),
    ),
    "entry": (
        _("Innlogging"),
        (
            (True, _("Passord, nøkler og koder følger personen.")),
            (False, _("Den som ikke har noen rolle eller klasse etter 31. juli, slipper ikke inn.")),
        ),
    ),
    "notify": (
        _("Varsler og påminnelser"),
        (
            (True, _("Hva folk har valgt å få, og når, gjelder fortsatt.")),
            (False, _("Påminnelser om oppgaver som lukkes, stopper av seg selv.")),
        ),
    ),
    "feeds": (
        _("Kalendere på mobilen"),
        (
            (True, _("Adressen er den samme. Den fylles med det nye året.")),
            (False, _("Kalenderen til en rolle slutter den dagen rollen slutter.")),
        ),
    ),
}
