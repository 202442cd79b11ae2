"""How promises and days are said on the year's pages."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import pgettext

from tett.access.words import BEARERS, Group
from tett.calendar.rules import say
from tett.year.rules import TIMELESS, Promise
from tett.year.words import IN_FIRST_WEEKS

NAMES = dict(BEARERS)
#: Groups in which everybody is meant, so that nobody in particular answers.
NOBODY_IN_PARTICULAR = frozenset({Group.EVERYONE, Group.STAFF, Group.TEACHERS, Group.STUDENTS, Group.GUARDIANS})


def say_bearer(promise: Promise) -> str:
    """Say who has promised."""
    return str(NAMES.get(promise.bearer, ""))


def say_when(promise: Promise) -> str:
    """Say when; a reading without a time of its own has the school's weeks for reading."""
    if promise.read_at_start and promise.schedule.rhythm in TIMELESS:
        return str(IN_FIRST_WEEKS)
    return say(promise.schedule)


def say_days(first: date, last: date) -> str:
    """Say a span of days as briefly as one can: "5.–9. oktober"."""
    day = pgettext("datoformat", "j. F")
    if first == last:
        return date_format(first, day)
    same_month = (first.year, first.month) == (last.year, last.month)
    begins = date_format(first, pgettext("datoformat", "j.") if same_month else day)
    return f"{begins}–{date_format(last, day)}"
