"""Public holidays in Norway, by rule."""

from datetime import date, timedelta
from functools import lru_cache

from tett.calendar.words import PublicHoliday

#: Days from Easter Sunday.
_MOVABLE = {
    PublicHoliday.MAUNDY_THURSDAY: -3,
    PublicHoliday.GOOD_FRIDAY: -2,
    PublicHoliday.EASTER_SUNDAY: 0,
    PublicHoliday.EASTER_MONDAY: 1,
    PublicHoliday.ASCENSION: 39,
    PublicHoliday.WHIT_SUNDAY: 49,
    PublicHoliday.WHIT_MONDAY: 50,
}

#: Month and day.
_FIXED = {
    PublicHoliday.NEW_YEAR: (1, 1),
    PublicHoliday.LABOUR_DAY: (5, 1),
    PublicHoliday.CONSTITUTION_DAY: (5, 17),
    PublicHoliday.CHRISTMAS_DAY: (12, 25),
    PublicHoliday.BOXING_DAY: (12, 26),
}


def easter_sunday(year: int) -> date:
    """Give Easter Sunday in the Gregorian calendar (the method printed in Nature, 20 April 1876)."""
    century, within = divmod(year, 100)
    golden = year % 19
    leaps, odd = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - lunar + 15) % 30
    weekday = (32 + 2 * odd + 2 * (within // 4) - epact - within % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> tuple[tuple[date, PublicHoliday], ...]:
    """Give a calendar year's public holidays by date; two may fall on one day.

    Christmas Eve is no public holiday; a school route says itself when it is free.
    """
    easter = easter_sunday(year)
    movable = [(easter + timedelta(days=days), name) for name, days in _MOVABLE.items()]
    fixed = [(date(year, month, day), name) for name, (month, day) in _FIXED.items()]
    return tuple(sorted(movable + fixed))


def school_year_holidays(starts_in: int) -> tuple[tuple[date, PublicHoliday], ...]:
    """Give the public holidays from 1 August to 31 July."""
    autumn = tuple(row for row in public_holidays(starts_in) if row[0].month >= FIRST_MONTH)
    spring = tuple(row for row in public_holidays(starts_in + 1) if row[0].month < FIRST_MONTH)
    return autumn + spring


#: A school year begins on 1 August.
FIRST_MONTH = 8
