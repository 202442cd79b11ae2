"""Every sentence a rule of the room may say."""

from django.utils.translation import gettext_lazy as _

MANY_JUST_NOW = _("Det har kommet svært mange meldinger den siste timen. Vent litt, og send den en gang til.")
NOT_YOURS = _("Bare de som tar seg av meldingene, kan merke dem som lest.")
CONTACT_UNKNOWN = _("Skriv en e-postadresse eller en nettadresse som begynner med https://.")
WRONG_ADDRESS = _("Adressen må begynne med https://uustatus.no/. Kopier den fra siden med erklæringen.")
