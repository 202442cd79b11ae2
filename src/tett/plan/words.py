"""The plan's own terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tett.tasks.words import Evidence

__all__ = ["Audience", "EditionState", "Evidence", "PassageKind", "ReadingState", "Remark", "Review"]


class EditionState(TextChoices):
    """How far an edition has come."""

    DRAFT = "draft", _("under gjennomgang")
    ADOPTED = "adopted", _("vedtatt")
    REPLACED = "replaced", _("erstattet")


class ReadingState(TextChoices):
    """How far an uploaded document has come."""

    WAITING = "waiting", _("venter")
    READING = "reading", _("leses nå")
    READ = "read", _("lest")
    REFUSED = "refused", _("kunne ikke leses")


class PassageKind(TextChoices):
    """How a piece of the document stands on the page."""

    HEADING = "heading", _("overskrift")
    PARAGRAPH = "paragraph", _("avsnitt")
    BULLET = "bullet", _("punkt")
    CELL = "cell", _("rute i tabell")
    COLUMN = "column", _("kolonneoverskrift")
    REFERENCE = "reference", _("referanse")


class Review(TextChoices):
    """What the school has said of a commitment that Tett proposed."""

    PROPOSED = "proposed", _("forslag")
    ACCEPTED = "accepted", _("godtatt")
    CHANGED = "changed", _("endret")
    DISMISSED = "dismissed", _("ikke en forpliktelse")


class Audience(TextChoices):
    """For whom a commitment is carried out, and so how many times."""

    SCHOOL = "school", _("hele skolen")
    DEPARTMENT = "department", _("hver avdeling")
    SCHOOL_CLASS = "class", _("hver klasse")
    STUDENT = "student", _("hver elev")
    STAFF = "staff", _("hver ansatt")
    NEW_STAFF = "new_staff", _("hver nyansatt og vikar")
    TEACHER = "teacher", _("hver lærer")
    CLASS_GUARDIANS = "class_guardians", _("de foresatte i hver klasse")
    BOARDERS = "boarders", _("borteboerne")


class Remark(TextChoices):
    """What somebody should look at before the plan is adopted."""

    NO_OWNER = "no_owner", _("Ingen har ansvaret.")
    OWNER_IS_EVERYONE = "owner_is_everyone", _("«Alle» har ansvaret. Da har ofte ingen det.")
    NO_TIME = "no_time", _("Planen sier ikke når.")
    RHYTHM_MISSING = "rhythm_missing", _("Planen sier ikke hvor ofte.")
    TIME_NOT_UNDERSTOOD = "time_not_understood", _("Tett forstår ikke tidspunktet.")
    OWNER_NOT_UNDERSTOOD = "owner_not_understood", _("Tett forstår ikke hvem som har ansvaret.")
    REVISION_PASSED = "revision_passed", _("Måneden planen skulle revideres er passert.")
    REPEALED_LAW = "repealed_law", _("Planen viser til et lovkapittel som er opphevet.")
    CONTRADICTION = "contradiction", _("Planen sier ulike ting om det samme.")
    ROW_NOT_UNDERSTOOD = "row_not_understood", _("Tett klarer ikke å lese denne raden i tabellen.")
    OWNER_IS_SCHOOL = "owner_is_school", _("Planen sier at skolen har ansvaret. Tett foreslår ledelsen.")
    CELL_MISSING = "cell_missing", _("Det mangler en rute i denne raden. Se om resten er lest riktig.")
    TIME_VAGUE = "time_vague", _("Planen sier omtrent når. Se om perioden passer.")
    NO_REVISION_DATE = "no_revision_date", _("Planen sier ikke når den sist ble revidert.")
    NOTHING_FOUND = "nothing_found", _("Tett fant ingen forpliktelser i dokumentet.")


NOT_YOURS = _("Planen kan bare rektor og rektors stedfortreder endre. Si fra til dem om det du ser.")
FROZEN = _("Denne utgaven er vedtatt og kan ikke endres. Les inn en ny utgave i stedet.")
DRAFT_THERE = _("Det ligger allerede en plan til gjennomgang. Fortsett med den, eller forkast den først.")
READING_NOW = _("Tett leser allerede et dokument for skolen. Vent til det er lest, så kan du velge et nytt.")
NO_COMMITMENTS = _(
    "Vi fant ingen forpliktelser i teksten. Sjekk at du ga oss hele handlingsplanen, og at det er riktig dokument."
)
TOO_LONG = _("Dokumentet er på over {limit} tegn. Så lange planer leser ikke Tett. Ta bare med selve handlingsplanen.")
NOT_READY = _("Planen kan ikke vedtas ennå: {number} forpliktelser må ses på først. De ligger øverst i gjennomgangen.")
UNREADABLE_SCHEDULE = _("Tidspunktet henger ikke sammen. Velg på nytt når det skal skje.")
NOTHING_TO_SPLIT = _("Skriv hva hver av de to forpliktelsene sier. Ingen av dem kan være tom.")
MERGE_WITH_ITSELF = _("Velg en annen forpliktelse å slå sammen med.")

DOCUMENT_EMPTY = _("Dokumentet er tomt. Velg filen med planen, eller lim inn teksten.")
DOCUMENT_IS_OTHER = _("Dette er {kind}. Gi Tett et Word-dokument (.docx), en PDF eller ren tekst (.txt).")
DOCUMENT_IS_BINARY = _(
    "Tett finner tegn som ikke er tekst, første gang på linje {line}. Åpne planen der den ble skrevet, lagre den som"
    " ren tekst (.txt), og velg den nye filen."
)
WRONG_ENCODING = _(
    "Bokstavene er ikke til å lese på linje {line}: «{sample}». Lagre filen på nytt som ren tekst med tegnkoding UTF-8."
)
NOT_READABLE = _(
    "Tett finner nesten ingen ord i dokumentet, første gang noe annet enn ord på linje {line}. Se at du valgte riktig"
    " fil, og lagre planen som ren tekst (.txt)."
)
KIND_PDF = _("en PDF")
KIND_WORD = _("et Word-dokument")
KIND_RTF = _("et dokument med formatering (RTF)")
KIND_IMAGE = _("et bilde")
KIND_WEB_PAGE = _("en nettside")
KIND_ARCHIVE = _("et dokument eller et pakket arkiv")
