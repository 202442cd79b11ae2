"""Words and sentences of coming in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

#: Where the session keeps how somebody came in.
HOW = "how"


class How(TextChoices):
    """How somebody showed who they are."""

    PASSWORD = "password", _("passord")
    PASSKEY = "passkey", _("passnøkkel")
    CODE = "code", _("kode fra app")
    RECOVERY = "recovery", _("kode fra papir")
    FEIDE = "feide", _("Feide")
    FEIDE_TWO = "feide_two", _("Feide med to trinn")
    IDPORTEN = "idporten", _("ID-porten")
    DEMO = "demo", _("valgt i demoen")


class Purpose(TextChoices):
    """What a ticket is for."""

    MAIL = "mail", _("invitasjon på e-post")
    PAPER = "paper", _("invitasjon på papir")
    FORGOTTEN = "forgotten", _("glemt passord")
    OPERATOR = "operator", _("fra dem som drifter")


class Standing(TextChoices):
    """How far somebody has come on the way in."""

    NOT_INVITED = "not_invited", _("ikke invitert")
    INVITED = "invited", _("invitert")
    IN = "in", _("har logget inn")
    CLOSED = "closed", _("stengt")


class GroupKind(TextChoices):
    """What kind of people a group is."""

    OWNER = "owner", _("de som leder skolene")
    STAFF = "staff", _("ansatte")
    CLASS = "class", _("elever")
    GUARDIANS = "guardians", _("foresatte")


class Way(TextChoices):
    """How an invitation reaches somebody."""

    MAIL = "mail", _("på e-post")
    PAPER = "paper", _("på papir")


WRONG_NAME_OR_PASSWORD = _("Brukernavnet eller passordet er feil. Prøv en gang til.")
TOO_MANY_TRIES = _("Det har vært for mange forsøk. Vent fem minutter, og prøv igjen.")
WRONG_CODE = _("Koden stemmer ikke. Bruk den koden som står i appen akkurat nå, eller en av kodene på papir.")
WRONG_APP_CODE = _("Koden stemmer ikke. Vent på neste kode i appen, og skriv den.")
WRONG_PASSWORD = _("Passordet er feil. Prøv en gang til.")
PASSKEY_UNKNOWN = _("Denne passnøkkelen kjenner vi ikke. Bruk en annen, eller logg inn på en annen måte.")
PASSKEY_FAILED = _("Passnøkkelen svarte ikke slik den skulle. Prøv en gang til, eller logg inn på en annen måte.")
PASSKEY_KNOWN = _("Denne passnøkkelen er lagt til fra før.")
WAITED_TOO_LONG = _("Det gikk for lang tid. Begynn på nytt.")
LAST_FACTOR = _("Du trenger to trinn for å logge inn i rollen din. Legg til et annet før du fjerner dette.")
NO_FACTOR = _("Personen har bare passord. Det er ingenting å nullstille.")
NOT_OWN_FACTOR = _("Sine egne trinn kan ingen nullstille. Be rektor, en stedfortreder eller skoleeieren.")
NOT_YOURS = _("Dette kan du ikke gjøre for denne personen. Spør rektor eller den som har ansvaret.")
PASSWORDS_DIFFER = _("De to passordene er ikke like. Skriv det samme begge steder.")
TICKET_UNKNOWN = _("Koden finnes ikke, er brukt eller er for gammel. Spør den som ga den til deg, om en ny.")
TICKET_CLOSED = _("Innloggingen din er stengt. Spør skolen.")
NO_LOGIN = _("Personen kan ikke logge inn ennå. Send en invitasjon først.")
HAS_COME_IN = _("Personen har allerede logget inn. Lag en ny vei inn i stedet.")
NO_ADDRESS = _("Skolen har ingen e-postadresse til denne personen. Skriv ut en lapp i stedet.")
NOBODY_LEFT = _("Alle her er invitert eller har logget inn.")
NOT_KNOWN_OUTSIDE = _(
    "Vi fant deg ikke blant dem skolen har lagt inn. Har du nettopp begynt, så vent til i morgen. "
    "Spør ellers skolens kontor: de må ha det samme brukernavnet eller fødselsnummeret som du logget inn med."
)
NO_ROLE_OUTSIDE = _("Skolen kjenner deg, men du har ingen rolle i dag. Spør skolen hvis du mener at dette er feil.")
OUTSIDE_FAILED = _("Innloggingen ble avbrutt eller svarte ikke som den skulle. Prøv en gang til.")
OUTSIDE_TOO_WEAK = _("Logg inn med en sikrere innlogging i ID-porten, for eksempel BankID.")
OUTSIDE_SILENT = _("Vi får ikke kontakt akkurat nå. Vent litt, og prøv igjen, eller logg inn på en annen måte.")

MAIL_INVITED_SUBJECT = _("Du er invitert til Tett")
MAIL_INVITED = _(
    "Skolen din bruker Tett til planen for et trygt og godt skolemiljø. "
    "Åpne lenken og velg hvordan du vil logge inn. Lenken virker i fjorten dager, og bare én gang."
)
MAIL_FORGOTTEN_SUBJECT = _("Nytt passord i Tett")
MAIL_FORGOTTEN = _(
    "Noen ba om nytt passord for deg i Tett. Var det deg, så åpne lenken innen en time. "
    "Var det ikke deg, trenger du ikke å gjøre noe: passordet er som før."
)
MAIL_CHANGED_SUBJECT = _("Innloggingen din i Tett er endret")
PASSWORD_WAS_CHANGED = _("Passordet ditt er byttet. Var det ikke deg, så si fra til skolen med en gang.")
FACTOR_WAS_ADDED = _("Det ble lagt til en ny måte å logge inn på. Var det ikke deg, så si fra til skolen med en gang.")
FACTOR_WAS_REMOVED = _("En måte å logge inn på ble fjernet. Var det ikke deg, så si fra til skolen med en gang.")
FACTOR_WAS_RESET = _("Det andre trinnet ditt ble nullstilt av skolen. Sett det opp på nytt neste gang du logger inn.")
CODES_WERE_MADE = _("Det ble laget nye koder på papir for deg. Var det ikke deg, så si fra til skolen med en gang.")
NEW_WAY_IN = _("Skolen laget en ny vei inn for deg. Har du ikke bedt om det, så spør dem.")
LOGIN_WAS_CLOSED = _("Innloggingen din er stengt av skolen.")

SAID_USERNAME = _("Du er inne. Brukernavnet ditt er %(name)s: skriv det ned til neste gang.")
SAID_PASSWORD_CHANGED = _("Passordet er byttet. Du er logget ut alle andre steder.")
SAID_APP_ADDED = _("Kodeappen er lagt til.")
SAID_APP_REMOVED = _("Kodeappen er fjernet.")
SAID_PASSKEY_ADDED = _("Passnøkkelen er lagt til.")
SAID_PASSKEY_REMOVED = _("Passnøkkelen er fjernet.")
SAID_PASSKEY_RENAMED = _("Passnøkkelen har fått nytt navn.")
SAID_VISIT_ENDED = _("Du er logget ut der.")
SAID_VISITS_ENDED = _("Du er logget ut alle andre steder.")
SAID_FACTOR_RESET = _("Det andre trinnet er nullstilt. Personen setter det opp på nytt ved neste innlogging.")
SAID_CLOSED = _("Innloggingen er stengt.")
SAID_OPENED = _("Innloggingen er åpnet.")
SAID_MAILED = _("Invitasjonen er sendt.")
ASKED_FOR_NEW = _(
    "Finnes det en bruker med det du skrev, og har skolen en e-postadresse, kommer det en e-post om litt. "
    "Kommer det ingen, så spør kontaktlæreren din eller skolens kontor."
)
