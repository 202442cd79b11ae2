"""The terms a declaration is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class About(TextChoices):
    """Whom a table tells of."""

    NOBODY = "nobody", _("ingen person")
    ALL = "all", _("alle som hører til skolen")
    STUDENTS = "students", _("elever")
    STAFF = "staff", _("ansatte og tillitsvalgte elever")
    GUARDIANS = "guardians", _("elever og foresatte")
    WRITERS = "writers", _("den som gjorde eller skrev det")
    CALLERS = "callers", _("den som bruker nettsiden")


class Kind(TextChoices):
    """How much a field tells."""

    NONE = "none", _("ikke en personopplysning alene")
    ORDINARY = "ordinary", _("vanlig personopplysning")
    GUARDED = "guarded", _("taushetsbelagt eller skjermet (forvaltningsloven § 13)")
    FREE = "free", _("fritekst, som kan romme mer enn den skal")
    SPECIAL = "special", _("særlig kategori (personvernforordningen art. 9)")
    SECRET = "secret", _("hemmelighet som aldri vises")


class Purpose(TextChoices):
    """Why it is stored."""

    WHO = "who", _("vite hvem som hører til skolen, og hvem som har hvilken rolle")
    REACH = "reach", _("kunne nå dem som hører til skolen")
    PLAN = "plan", _("gjøre det skolen har lovet for et trygt og godt skolemiljø, og vise at det er gjort")
    ENTER = "enter", _("slippe inn rett person, og bare den")
    TELL = "tell", _("minne om det som skal gjøres")
    PROVE = "prove", _("kunne vise i ettertid hva som ble gjort, når, og av hvem")
    IMPORT = "import", _("holde klasselister og roller riktige")
    MEND = "mend", _("rette feil i systemet")
    RUN = "run", _("få systemet til å virke")


class Basis(TextChoices):
    """What in law the purpose rests on (domain facts, section 7.3; dates hold from 1 August 2024)."""

    DUTY = "duty", _("opplæringslova § 25-1, jf. kapittel 12; personvernforordningen art. 6 nr. 1 c og e")
    ACCESS = "access", _("opplæringsforskrifta § 20-2 (tilgangsstyring), jf. opplæringslova § 25-1")
    PROOF = "proof", _("opplæringslova § 12-4 fjerde ledd og § 12-10, jf. § 25-1")
    CONSENT = "consent", _("samtykke fra eleven selv, som kan trekkes (personvernforordningen art. 6 nr. 1 a)")
    NONE = "none", _("trengs ikke: forteller ikke om noen")


class Keeps(TextChoices):
    """How long it is kept; no number of years is the law's, so what matters is decided by the school owner."""

    BELONGS = "belongs", _("så lenge du hører til skolen, og så lenge skoleeier bestemmer etterpå")
    WORK = "work", _("så lenge skoleeier bestemmer; det som skal arkiveres, arkiveres først")
    LOG = "log", _("så lenge skoleeier bestemmer; en linje kan ikke tas ut alene uten at det vises")
    MESSAGES = "messages", _("så lenge skoleeier bestemmer")
    SENT = "sent", _("til det sendes eller kastes")
    SESSION = "session", _("til du logger ut, eller til økten er for gammel")
    HOUR = "hour", _("under en time")
    WEEK = "week", _("7 dager")
    FORTNIGHT = "fortnight", _("14 dager")
    INSTALLED = "installed", _("så lenge systemet er i bruk")


#: What the school owner decides in months, on a page of its own.
DECIDED_BY_OWNER = (Keeps.BELONGS, Keeps.WORK, Keeps.LOG, Keeps.MESSAGES)


#: What each of these kinds is, as one who decides over it says it.
KEPT: dict[Keeps, Text] = {
    Keeps.BELONGS: _("Navn, klasser, roller og kontaktinformasjon etter at noen har sluttet"),
    Keeps.WORK: _("Planen, oppgavene og det som viser at de er gjort"),
    Keeps.LOG: _("Loggen over hvem som gjorde hva"),
    Keeps.MESSAGES: _("Meldinger om feil i systemet"),
}


class Readers(TextChoices):
    """Who reads it in Tett."""

    EVERYBODY = "everybody", _("alle, også uten å logge inn")
    SCHOOL = "school", _("de ansatte på skolen, og du selv")
    CLASS = "class", _("de ansatte på skolen, klassen, og elevens foresatte")
    REACH = "reach", _("ledelsen og kontaktlæreren; skjermet adresse bare dem skolen har pekt ut; og du selv")
    LEADERS = "leaders", _("rektor og rektors stedfortreder, og du selv")
    RESPONSIBLE = "responsible", _("den som har oppgaven, og de som leder")
    OWNER = "owner", _("skoleeier og systemansvarlig")
    SELF = "self", _("bare du selv")
    NOBODY = "nobody", _("ingen; bare systemet")


@dataclass(frozen=True)
class Field:
    """What a field is called when it is told to whom it is about, and how much it tells."""

    kind: Kind
    label: Text = ""


@dataclass(frozen=True)
class Table:
    """A declaration: what a table holds, about whom, why, on which ground, how long, and who reads it."""

    model: str
    title: Text
    about: About
    purpose: Purpose
    basis: Basis
    keeps: Keeps
    readers: Readers
    fields: Mapping[str, Field]
    #: Ways from a row to the person it tells of (``person``, ``login__person``); none if it can't be told whose it is.
    own: tuple[str, ...] = ()
    #: Ways to somebody whom a row also tells of, together with others: counted, and read by asking the school.
    counted: tuple[str, ...] = ()
    #: Ways to the person who wrote its free text: that person may read it again here.
    writer: tuple[str, ...] = ()


def told(kind: Kind, /, **labels: Text) -> dict[str, Field]:
    """Declare fields that tell of somebody, each with its everyday name."""
    return {name: Field(kind, label) for name, label in labels.items()}


def untold(names: str, kind: Kind = Kind.NONE) -> dict[str, Field]:
    """Declare fields that tell nothing to whom it is about: numbers of rows, marks of the machinery."""
    return dict.fromkeys(names.split(), Field(kind))
