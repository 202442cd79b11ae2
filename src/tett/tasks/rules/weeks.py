"""When something should be done, seen from a day."""

from datetime import date, timedelta

from tett.tasks.words import Time


def sunday_of(day: date) -> date:
    """Give the last day of the week that a day is in."""
    return day + timedelta(days=7 - day.isoweekday())


def time_of(due: date, day: date) -> Time:
    """Tell whether something is late, for this week, for next week or for later."""
    sunday = sunday_of(day)
    if due < day:
        return Time.LATE
    if due <= sunday:
        return Time.THIS_WEEK
    return Time.NEXT_WEEK if due <= sunday + timedelta(days=7) else Time.LATER
