"""How promises and days are said on the year's pages."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

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
    return _said(first, last, get_language() or "")


@lru_cache(maxsize=4096)
def _said(first: date, last: date, _language: str) -> str:
    """Write it out once per language: a wheel says hundreds, year after year the same."""
    day = pgettext("datoformat", "j. F")
    if first == last:
        return date_format(first, day)
    same_month = (first.year, first.month) == (last.year, last.month)
    begins = date_format(first, pgettext("datoformat", "j.") if same_month else day)
    return f"{begins}–{date_format(last, day)}"


def say_whom(keys: Collection[str]) -> str:
    """Say for how many of what: the names of targets begin with their kind."""
    kinds = Counter(key.split(":", maxsplit=1)[0] for key in keys)
    return ", ".join(_many(kind, number) for kind, number in kinds.items())


def _many(kind: str, number: int) -> str:
    said = {
        "class": ngettext("%(n)d klasse", "%(n)d klasser", number),
        "department": ngettext("%(n)d avdeling", "%(n)d avdelinger", number),
        "student": ngettext("%(n)d elev", "%(n)d elever", number),
        "staff": ngettext("%(n)d ansatt", "%(n)d ansatte", number),
    }
    return said[kind] % {"n": number} if kind in said else _("hele skolen")
