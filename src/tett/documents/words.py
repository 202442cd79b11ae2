"""What is said about documents."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

#: A paper that hasn't come after so long is ordered again: whoever was to make it is gone.
PATIENCE = timedelta(minutes=10)


class Making(TextChoices):
    """How far a paper has come."""

    ORDERED = "ordered", _("lages nå")
    MADE = "made", _("klar")
    FAILED = "failed", _("ble ikke laget")


class Trouble(TextChoices):
    """Why a document can't be read, and what to do."""

    BROKEN_WORD = "broken_word", _("Word-dokumentet er ødelagt. Åpne det i Word, lagre det på nytt, og prøv igjen.")
    BROKEN_PDF = (
        "broken_pdf",
        _("PDF-en er ødelagt. Lag den på nytt der planen ble skrevet, eller gi Tett Word-dokumentet i stedet."),
    )
    LOCKED_WORD = "locked_word", _("Word-dokumentet er låst med passord. Lagre det uten passord, og prøv igjen.")
    LOCKED_PDF = "locked_pdf", _("PDF-en er låst med passord. Lagre den uten passord, og prøv igjen.")
    OLD_WORD = (
        "old_word",
        _(
            "Dette er et dokument i det gamle Word-formatet (.doc). Åpne det, lagre det som Word-dokument (.docx), og"
            " prøv igjen."
        ),
    )
    SCAN = (
        "scan",
        _(
            "PDF-en er bilder av papir, uten tekst som kan leses. Finn fram dokumentet den ble skrevet ut fra, og gi"
            " Tett det."
        ),
    )
    EMPTY = "empty", _("Det står ingen tekst i dokumentet. Sjekk at du valgte riktig fil.")
    MANY_PAGES = "many_pages", _("PDF-en har over 300 sider. Så lange dokumenter leser ikke Tett. Ta bare med planen.")
    TOO_BIG = (
        "too_big",
        _("Dokumentet er for stort pakket ut til at Tett kan lese det. Ta ut bildene eller del det, og prøv igjen."),
    )
    TOO_SLOW = (
        "too_slow",
        _("Det tok for lang tid å lese dokumentet. Ta bare med selve planen, eller lagre den som ren tekst (.txt)."),
    )
    NOT_WORD = (
        "not_word",
        _("Dette er en pakket fil, men ikke et Word-dokument. Velg et Word-dokument (.docx), en PDF eller ren tekst."),
    )


SHEET_TOO_LONG = _("Arket ville fått over {limit} rader, og det har ingen regneark plass til. Velg et mindre utvalg.")
