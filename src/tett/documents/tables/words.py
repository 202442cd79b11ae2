"""What is said of tables that can't be read: what is wrong, where, and what to do."""

from django.utils.translation import gettext_lazy as _

EMPTY = _("Filen er tom. Lagre listen på nytt, og prøv igjen.")
ONLY_HEADER = _("Filen har bare en overskriftsrad og ingen linjer under. Sjekk at hele listen ble med.")
NO_HEADER = _("Fant ingen overskriftsrad. Den første linjen i filen må si hva hver kolonne er.")
TOO_BIG = _("Filen er større enn {limit} MB. Del listen i flere, eller ta bort bilder og ark som ikke trengs.")
TOO_MANY_ROWS = _("Listen har mer enn {limit} linjer. Del den i flere filer.")
TOO_MANY_COLUMNS = _("Linje {line} har mer enn {limit} kolonner. Sjekk at filen er en liste, og lagre den på nytt.")
TOO_WIDE = _("Arket har celler langt utenfor selve listen. Kopier listen til et tomt ark, og lagre det.")
OLD_EXCEL = _("Dette er en gammel Excel-fil (.xls) eller en fil med passord. Lagre den som .xlsx uten passord.")
NOT_A_TABLE = _("Dette er ikke en liste. Send en CSV-fil (.csv) eller et Excel-ark (.xlsx).")
NOT_A_SHEET = _("Filen er pakket, men er ikke et Excel-ark (.xlsx). Åpne den i Excel og lagre den som .xlsx.")
BROKEN_SHEET = _("Excel-arket er ødelagt og kan ikke leses. Åpne det i Excel, lagre det på nytt, og prøv igjen.")
UNPACKS_TOO_BIG = _("Filen blir altfor stor når den pakkes ut, og er derfor ikke åpnet. Lagre listen i en ny fil.")
LOCKED = _("Filen har passord. Lagre den uten passord, og prøv igjen.")
NO_SHEET = _("Excel-filen har ingen ark med innhold.")
QUOTE = _("Linje {line} har et anførselstegn uten sin make, så resten av filen kan ikke leses. Rett linjen.")
UNREADABLE = _(
    "Linje {line} har tegn som ikke er tekst. Lagre filen som «CSV UTF-8», eller som Excel-ark, og prøv igjen."
)
CELL_TOO_LONG = _("Kolonnen «{column}» har en celle på over {limit} tegn.")
MORE_CELLS = _("Linjen har flere kolonner enn overskriften. Sjekk skilletegn og anførselstegn.")
CONTROL = _("Kolonnen «{column}» har et usynlig tegn som ikke hører hjemme i en liste. Skriv cellen på nytt.")
FORMULA = _("Kolonnen «{column}» har en formel. Lim inn verdien i stedet (Lim inn utvalg → Verdier).")
