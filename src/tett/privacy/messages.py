"""The room's notices: that something has come, never what."""

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from tett.notify.rules import Letter

FAULT_TOLD = _("Noen har funnet en feil i systemet og skrevet til deg.")


def letter_of_fault(person: int, address: str, *, key: str) -> Letter:
    """Write to one who looks after the system; what was said is read after logging in."""
    with override("nb"):
        return Letter(
            to="",
            person_id=person,
            subject=gettext("Noen har meldt en feil"),
            lines=(str(FAULT_TOLD), gettext("Logg inn for å lese den.")),
            address=address,
            language="nb",
            key=key,
        )
