"""The year's terms, and the sentences it may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Unfolds(TextChoices):
    """What becomes of a commitment in a school year."""

    TASKS = "tasks", _("gir oppgaver")
    WITH_READING = "with_reading", _("bekreftes sammen med lesingen av planen")
    SHOWN_ON_ROLE = "shown_on_role", _("vises under «Det som alltid gjelder deg»")
    BY_SYSTEM = "by_system", _("ordner seg selv når planen er vedtatt")
    NO_TIME = "no_time", _("uten tidspunkt")


#: Why a sentence of the plan has the tasks it has, or none; shown beside the sentence.
WHY = {
    Unfolds.TASKS: _("Blir til oppgaver i skoleåret, med en ansvarlig og et tidspunkt."),
    Unfolds.WITH_READING: _(
        "Gjelder alltid. Hver ansatt bekrefter det sammen med den årlige lesingen av planen, og får ingen egen oppgave."
    ),
    Unfolds.SHOWN_ON_ROLE: _(
        "Vises under «Det som alltid gjelder deg» for dem det gjelder. Ingen blir bedt om å krysse av for dette."
    ),
    Unfolds.BY_SYSTEM: _(
        "Tett viser planen på nettsiden når den er vedtatt. Det er gjort uten at noen trenger å gjøre noe."
    ),
    Unfolds.NO_TIME: _("Planen sier ikke når, så det blir ingen oppgaver. Sett et tidspunkt ved neste gjennomgang."),
}


class Cancelled(TextChoices):
    """Why an open task is called off when the year is laid out again; the label is written on the task."""

    WITHDRAWN = "withdrawn", _("Løftet står ikke lenger i planen, eller det er endret.")
    NEW_EDITION = "new_edition", _("Planen er vedtatt i en ny utgave.")
    TARGET_GONE = "target_gone", _("Den eller det oppgaven gjaldt, er ikke lenger på skolen.")
    NOT_THEN = "not_then", _("Skolekalenderen er endret, og dette tidspunktet finnes ikke lenger.")


class Ring(TextChoices):
    """Who carries something, as rings of the wheel, the outermost first."""

    LEADERSHIP = "leadership", _("Ledelsen")
    DEPARTMENT_HEADS = "department_heads", _("Avdelingslederne")
    STAFF = "staff", _("Lærere og andre ansatte")
    SERVICES = "services", _("Elevtjenesten")
    STUDENTS = "students", _("Elever og elevråd")


class Look(TextChoices):
    """How an occurrence looks from today; the last three are for those who see when, and no tasks."""

    DONE = "done", _("gjort")
    ON_TRACK = "on_track", _("i rute")
    WAITING = "waiting", _("venter")
    LATE = "late", _("burde vært gjort")
    HOLE = "hole", _("mangler ansvarlig")
    ASIDE = "aside", _("lagt til side")
    NOTHING = "nothing", _("ingen oppgaver")
    PAST = "past", _("har vært")
    NOW = "now", _("pågår nå")
    COMING = "coming", _("kommer")


IN_FIRST_WEEKS = _("i de første skoleukene med planen")
NOT_YOURS = _("Skoleåret kan bare rektor og rektors stedfortreder legge ut. Si fra til dem om det du ser.")
NO_CALENDAR = _("Skolen mangler skolerute for {year}. Legg inn første og siste skoledag, så kan året legges ut.")
NO_PLAN = _("Skolen har ingen vedtatt plan ennå. Les inn og vedta planen først.")
