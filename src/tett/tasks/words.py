"""Terms of duties and tasks, and the sentences their rules may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Evidence(TextChoices):
    """What completes a duty."""

    CONFIRMATION = "confirmation", _("bekreftelse")
    NOTE = "note", _("et kort notat")
    FILE = "file", _("lenke eller fil")
    MEETING = "meeting", _("møte")
    SURVEY = "survey", _("kartlegging")
    TALK = "talk", _("samtale")
    ACTIVITY = "activity", _("aktivitet")
    READING = "reading", _("lest og bekreftet")
    PUBLISHED = "published", _("åpen på nettsiden")
    ALWAYS = "always", _("gjelder alltid")


class State(TextChoices):
    """What has become of a task."""

    OPEN = "open", _("åpen")
    DONE = "done", _("gjort")
    NOT_DONE = "not_done", _("ikke gjort")
    NOT_RELEVANT = "not_relevant", _("ikke aktuelt")
    CANCELLED = "cancelled", _("avlyst")


class Happened(TextChoices):
    """What a line of a task's history tells."""

    COMPLETED = "completed", _("gjort")
    NOT_DONE = "not_done", _("ikke gjort")
    NOT_RELEVANT = "not_relevant", _("ikke aktuelt")
    MOVED = "moved", _("flyttet")
    REOPENED = "reopened", _("åpnet igjen")
    GIVEN = "given", _("fikk ny ansvarlig")
    HANDED_OVER = "handed_over", _("overlatt for en periode")
    HANDED_BACK = "handed_back", _("tatt tilbake")
    ADDED = "added", _("fikk et notat eller en fil")
    CANCELLED = "cancelled", _("avlyst")


class ProofKind(TextChoices):
    """In which form something is shown to have been done."""

    NOTE = "note", _("notat")
    LINK = "link", _("lenke")
    FILE = "file", _("fil")


class Time(TextChoices):
    """When something should be done, seen from today."""

    LATE = "late", _("Burde vært gjort")
    THIS_WEEK = "this_week", _("Denne uka")
    NEXT_WEEK = "next_week", _("Neste uke")
    LATER = "later", _("Senere")


class Show(TextChoices):
    """Which tasks a leader looks at."""

    LATE = "late", _("Burde vært gjort")
    OPEN = "open", _("Åpne")
    HOLES = "holes", _("Mangler ansvarlig")
    DONE = "done", _("Gjort")
    ALL = "all", _("Alle")


class FileType(TextChoices):
    """What may be put on a task as a file; the value is how its name ends."""

    PDF = "pdf", "PDF"
    PNG = "png", "PNG"
    JPG = "jpg", "JPG"
    DOCX = "docx", "Word (docx)"
    XLSX = "xlsx", "Excel (xlsx)"
    TXT = "txt", _("ren tekst (txt)")


#: Kinds of evidence that need more than a tap.
NEEDS_WRITING = (Evidence.NOTE, Evidence.FILE)

NOT_YOURS_TO_DO = _("Denne oppgaven er det en annen som har ansvaret for. Spør den som har den, eller lederen din.")
ONLY_THE_READER = _("Bare den som har lest kan bekrefte det. Minn heller personen på det.")
NOT_YOURS_TO_CHANGE = _("Dette kan den ansvarlige eller en leder gjøre. Ta kontakt med en av dem.")
NOT_YOURS_TO_GIVE = _("Bare ledere kan gi oppgaven til en annen. Spør avdelingslederen din eller rektor.")
NOT_YOURS_TO_HAND_OVER = _("Du kan bare overlate oppgaver du selv har ansvaret for. Spør en leder.")
NOT_YOURS_TO_END = _("Bare den som ga bort oppgavene, den som tok dem eller rektor kan avslutte dette.")

CANCELLED_ALREADY = _("Oppgaven er avlyst og kan ikke endres. Se i planen hva som gjelder nå.")
NOT_RELEVANT_ALREADY = _("Oppgaven er satt til «ikke aktuelt». Åpne den igjen først.")
CLOSED_ALREADY = _("Oppgaven er allerede lukket. Åpne den igjen først, så kan du endre den.")
NOTHING_CHOSEN = _("Ingen er valgt. Velg minst én som er med.")
MUST_BE_OPEN_TO_MOVE = _("Bare åpne oppgaver kan flyttes. Åpne den igjen først.")

IN_THE_FUTURE = _("Dagen ligger fram i tid. Velg dagen det skjedde, i dag eller tidligere.")
TOO_LONG_AGO = _("Dagen er i et annet skoleår enn oppgaven. Velg en dag i samme skoleår.")
NOTE_NEEDED = _("Skriv kort hva dere gjorde. En setning er nok.")
NOTE_TOO_LONG = _("Notatet er for langt. Kort det ned til under {limit} tegn, eller legg det ved som fil.")
LINK_OR_FILE_NEEDED = _("Legg ved en fil eller lim inn en lenke, så er den gjort.")
LINK_NOT_UNDERSTOOD = _("Lenken må begynne med https:// eller http://. Kopier hele adressen.")
REASON_NEEDED = _("Skriv kort hvorfor, så de som leser det senere forstår.")

BEFORE_OPENING = _("Dagen er før oppgaven kan gjøres. Velg {opens} eller senere.")
ANOTHER_YEAR = _("Dagen er utenfor skoleåret. Velg en dag i samme skoleår, eller sett oppgaven til «ikke aktuelt».")
DAY_HAS_PASSED = _("Dagen har vært. Velg i dag eller en senere dag.")

ENDS_BEFORE_START = _("Siste dag er før første dag. Rett en av dem.")
PERIOD_HAS_PASSED = _("Perioden er over. Velg en siste dag fra og med i dag.")
TO_YOURSELF = _("Du kan ikke overlate oppgaver til den som allerede har dem. Velg en annen.")
NOT_A_COLLEAGUE = _("Den du valgte jobber ikke på skolen i perioden. Velg en annen.")
ROLE_OF_ANOTHER = _("En av rollene hører til en annen enn den som er borte. Velg på nytt.")
ALREADY_HANDED_OVER = _("Oppgavene er allerede overlatt til noen i denne perioden. Avslutt det først.")

FILE_TOO_BIG = _("Filen er for stor. Den kan være opptil {limit} MB. Lim inn en lenke i stedet.")
FILE_EMPTY = _("Filen er tom. Åpne den og se etter, og velg den på nytt.")
FILE_TYPE_UNKNOWN = _("Denne filtypen kan ikke legges ved. Lagre den som {types}.")
FILE_IS_SOMETHING_ELSE = _("Innholdet i filen er ikke det navnet sier. Lagre den på nytt som {types}.")
FILE_HAS_MACROS = _("Filen har makroer i seg. Lagre den uten makroer, eller som PDF.")
