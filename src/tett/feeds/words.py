"""Kinds of feeds, and what is said about them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a feed tells."""

    MINE = "mine", _("Det jeg skal gjøre")
    ROLE = "role", _("Det rollen har ansvar for")
    CLASS = "class", _("Klassens kalender")


#: What each kind holds, for the one who chooses.
HOLDS = {
    Kind.MINE: _("Fristene dine, og ferier, fridager og planleggingsdager. Ingen navn på elever."),
    Kind.ROLE: _("Det planen gir rollen ansvaret for ved skolen, med frister. Ingen navn."),
    Kind.CLASS: _("Skoledager for trinnet, og det som er planlagt for klassen og hele skolen. Ingen navn."),
}

NOT_OFFERED = _("Denne kalenderen kan du ikke abonnere på nå. Velg en av dem som står på siden.")
GONE = _("Adressen er slått av allerede.")

DUE = _("Frist: {title}")
WITH = _("{title} – {whom}")
MANY = _("{title} ({number} igjen)")
FROM_DAY = _("Kan gjøres fra {day}.")
SEE_TETT = _("Åpne i Tett for å se mer og føre det som gjort.")
ARRANGED = _("Se i Tett hva som er planlagt.")
FIRST_DAY = _("Første skoledag")
LAST_DAY = _("Siste skoledag")
NAME_MINE = _("Tett: det jeg skal gjøre")
NAME_ROLE = _("Tett: {role}, {school}")
NAME_CLASS = _("Tett: {name}")
