"""Kinds of days and of rhythms, and every sentence the rules of the calendar may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class DayKind(TextChoices):
    """Why a day differs from an ordinary school day."""

    PLANNING = "planning", _("planleggingsdag")
    BREAK = "break", _("ferie")
    FREE = "free", _("fridag")
    SCHOOL = "school", _("skoledag likevel")


class Level(TextChoices):
    """A year of upper secondary school."""

    VG1 = "vg1", _("Vg1")
    VG2 = "vg2", _("Vg2")
    VG3 = "vg3", _("Vg3")


class Standing(TextChoices):
    """How sure the school route is."""

    DECIDED = "decided", _("vedtatt")
    PROPOSED = "proposed", _("forslag")


class Rhythm(TextChoices):
    """How something returns through a school year."""

    ALWAYS = "always", _("hele tiden")
    ALL_YEAR = "all_year", _("én gang i løpet av skoleåret")
    WEEKS = "weeks", _("hver uke, annenhver, hver tredje …")
    MONTHLY = "monthly", _("omtrent hver måned")
    SPREAD = "spread", _("et antall ganger i året")
    MONTHS = "months", _("i bestemte måneder")
    BY_DATE = "by_date", _("innen en dato")
    ISO_WEEKS = "iso_weeks", _("i bestemte uker")
    SCHOOL_START = "school_start", _("ved skolestart")
    FIRST_DAY = "first_day", _("første skoledag")
    FIRST_WEEKS = "first_weeks", _("de første skoleukene")
    BEFORE_START = "before_start", _("uka før skolestart")
    PLANNING_DAYS = "planning_days", _("planleggingsdagene ved skolestart")
    REGULAR = "regular", _("faste møter, uten at planen sier hvor ofte")
    ON_ARRIVAL = "on_arrival", _("når noen begynner")
    AS_NEEDED = "as_needed", _("når det trengs")
    UNKNOWN = "unknown", _("ikke avklart")


class Remark(TextChoices):
    """What somebody should know about a window that isn't where the plan literally puts it."""

    MOVED_EARLIER = "moved_earlier", _("Det er ikke skole da. Flyttet til nærmeste skoleuke før.")
    MOVED_LATER = "moved_later", _("Skolen har ikke begynt da. Flyttet til skolestart.")
    CUT_AT_SUMMER = "cut_at_summer", _("Perioden går over sommeren. Her gjelder den fram til siste skoledag.")
    NO_PLANNING_DAYS = (
        "no_planning_days",
        _("Kalenderen har ingen planleggingsdager før skolestart. Uka før skolestart er brukt i stedet."),
    )


class PublicHoliday(TextChoices):
    """A public holiday in Norway (lov om helligdager og helligdagsfred § 2; lov om 1. og 17. mai)."""

    NEW_YEAR = "new_year", _("første nyttårsdag")
    MAUNDY_THURSDAY = "maundy_thursday", _("skjærtorsdag")
    GOOD_FRIDAY = "good_friday", _("langfredag")
    EASTER_SUNDAY = "easter_sunday", _("første påskedag")
    EASTER_MONDAY = "easter_monday", _("andre påskedag")
    LABOUR_DAY = "labour_day", _("1. mai")
    CONSTITUTION_DAY = "constitution_day", _("17. mai")
    ASCENSION = "ascension", _("Kristi himmelfartsdag")
    WHIT_SUNDAY = "whit_sunday", _("første pinsedag")
    WHIT_MONDAY = "whit_monday", _("andre pinsedag")
    CHRISTMAS_DAY = "christmas_day", _("første juledag")
    BOXING_DAY = "boxing_day", _("andre juledag")


#: Names that school routes give their days. They are data; those that nearly every route has are said in each language.
USUAL_NAMES = (
    gettext_noop("høstferie"),
    gettext_noop("juleferie"),
    gettext_noop("vinterferie"),
    gettext_noop("påskeferie"),
    gettext_noop("fridag"),
    gettext_noop("Planleggingsdag"),
)

#: Months, January first, as they stand inside a sentence.
MONTHS = (
    _("januar"),
    _("februar"),
    _("mars"),
    _("april"),
    _("mai"),
    _("juni"),
    _("juli"),
    _("august"),
    _("september"),
    _("oktober"),
    _("november"),
    _("desember"),
)

#: Ordinals from the third to the twelfth, as in "hver tredje skoleuke".
ORDINALS = (
    _("tredje"),
    _("fjerde"),
    _("femte"),
    _("sjette"),
    _("sjuende"),
    _("åttende"),
    _("niende"),
    _("tiende"),
    _("ellevte"),
    _("tolvte"),
)

#: Numbers from two to twelve, as in "to ganger".
NUMBERS = (
    _("to"),
    _("tre"),
    _("fire"),
    _("fem"),
    _("seks"),
    _("sju"),
    _("åtte"),
    _("ni"),
    _("ti"),
    _("elleve"),
    _("tolv"),
)

#: How a rhythm without numbers is said.
PLAIN_PHRASES = {
    Rhythm.ALWAYS: _("hele tiden"),
    Rhythm.ALL_YEAR: _("i løpet av skoleåret"),
    Rhythm.MONTHLY: _("omtrent en gang i måneden"),
    Rhythm.SCHOOL_START: _("ved skolestart"),
    Rhythm.FIRST_DAY: _("første skoledag"),
    Rhythm.BEFORE_START: _("uka før skolestart"),
    Rhythm.PLANNING_DAYS: _("på planleggingsdagene ved skolestart"),
    Rhythm.REGULAR: _("jevnlig gjennom skoleåret"),
    Rhythm.ON_ARRIVAL: _("når noen begynner ved skolen"),
    Rhythm.AS_NEEDED: _("når det trengs"),
    Rhythm.UNKNOWN: _("tidspunktet er ikke avklart"),
}

EVERY_WEEK = _("hver skoleuke")
EVERY_OTHER_WEEK = _("annenhver skoleuke")
EVERY_NTH_WEEK = _("hver {nth} skoleuke")
NTH = _("{number}.")
ONCE_A_YEAR = _("en gang i året")
TIMES_A_YEAR = _("{number} ganger i året")
FIRST_WEEK = _("første skoleuke")
FIRST_WEEKS = _("de {number} første skoleukene")
IN_MONTH = _("i {month}")
IN_TWO_MONTHS = _("i {first} og {last}")
IN_MONTHS = _("fra {first} til {last}")
BY_DATE = _("innen {day}. {month}")
BY_END_OF_MONTH = _("innen utgangen av {month}")
ONE_WEEK = _("uke {week}")
SOME_WEEKS = _("uke {first}–{last}")
AND = _("{first} og {last}")
COMMA = _("{first}, {last}")

NAME_MISSING = _("Kalenderen mangler navn. Skriv for eksempel navnet på skolen.")
PARENT_HAS_PARENT = _("«{name}» bygger selv på en annen kalender. Velg den som gjelder for alle skolene.")
LAST_BEFORE_FIRST = _("Siste dag står før første dag. Bytt om de to datoene.")
BOTH_OR_NONE = _("Skriv både første og siste skoledag, eller ingen av dem hvis de er som i fylkets kalender.")
YEAR_UNKNOWN = _("Skriv året skoleåret begynner i, for eksempel 2026 for 2026/27.")
OUTSIDE_YEAR = _("Skoleåret {year} går fra 1. august til 31. juli. Velg datoer innenfor det.")
