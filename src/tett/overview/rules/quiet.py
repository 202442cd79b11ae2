"""Quiet classes: not late tasks, but nothing heard."""

from datetime import date, timedelta

from tett.calendar.rules import Days


def quiet_for(last_done: date | None, today: date, days: Days) -> int:
    """Give how many whole school weeks have passed since something was last done for a class.

    Counts from the first school day when nothing has been done this year.
    """
    since = last_done or days.first_day - timedelta(days=1)
    return sum(1 for week in days.weeks() if since < week.first and week.last < today)
