"""Ages, counted on the day something happens."""

from datetime import date, timedelta

#: Majority: vergemålsloven § 8. From this day guardians see nothing unless the student consents.
MAJORITY = 18


def birthday(birth: date, years: int) -> date:
    """Give the day somebody turns ``years``; who was born on 29 February turns so on the 28th.

    The earlier day is chosen since it closes access rather than keeping it open.
    """
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 2, 28)


def eighteenth_birthday(birth: date) -> date:
    """Give the first day as an adult."""
    return birthday(birth, MAJORITY)


def age_on(birth: date, day: date) -> int:
    """Give the age in whole years on a day."""
    years = day.year - birth.year
    return years if birthday(birth, years) <= day else years - 1


def is_adult(birth: date | None, day: date) -> bool:
    """Tell whether somebody is 18 or more; an unknown birth date counts as adult, since that closes access."""
    return birth is None or day >= eighteenth_birthday(birth)


def born_after_for_minors(day: date) -> date:
    """Give the birth date after which everybody is still a minor on the day.

    On 28 February of a year without a 29th, those born on a 29th turn 18 too.
    """
    if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).day == 1:
        return _leap_day_or(day.replace(year=day.year - MAJORITY))
    if (day.month, day.day) == (2, 29):
        return date(day.year - MAJORITY, 2, 28)
    return day.replace(year=day.year - MAJORITY)


def _leap_day_or(day: date) -> date:
    following = day + timedelta(days=1)
    return following if following.month == day.month else day
