"""A rhythm said in plain words."""

from collections.abc import Sequence

from tett.calendar import words
from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm

WORDS_TO = 12
OTHER = 2


def say(schedule: Schedule) -> str:
    """Say when something happens, in the reader's language, as it stands inside a sentence."""
    if not schedule.sound:
        return str(words.PLAIN_PHRASES[Rhythm.UNKNOWN])
    plain = words.PLAIN_PHRASES.get(schedule.rhythm)
    return _TELLERS[schedule.rhythm](schedule) if plain is None else str(plain)


def _weeks(schedule: Schedule) -> str:
    every = schedule.every
    if every == 1:
        return str(words.EVERY_WEEK)
    if every == OTHER:
        return str(words.EVERY_OTHER_WEEK)
    nth = str(words.ORDINALS[every - 3]) if every <= WORDS_TO else words.NTH.format(number=every)
    return words.EVERY_NTH_WEEK.format(nth=nth)


def _spread(schedule: Schedule) -> str:
    if schedule.times == 1:
        return str(words.ONCE_A_YEAR)
    return words.TIMES_A_YEAR.format(number=_number(schedule.times))


def _first_weeks(schedule: Schedule) -> str:
    if schedule.times == 1:
        return str(words.FIRST_WEEK)
    return words.FIRST_WEEKS.format(number=_number(schedule.times))


def _number(number: int) -> str:
    return str(words.NUMBERS[number - 2]) if number <= WORDS_TO else str(number)


def _months(schedule: Schedule) -> str:
    return _joined([_month_pair(*pair) for pair in schedule.months])


def _month_pair(first: int, last: int) -> str:
    names = {"first": words.MONTHS[first - 1], "last": words.MONTHS[last - 1]}
    if first == last:
        return words.IN_MONTH.format(month=names["first"])
    phrase = words.IN_TWO_MONTHS if last == first % WORDS_TO + 1 else words.IN_MONTHS
    return phrase.format(**names)


def _by_date(schedule: Schedule) -> str:
    month = words.MONTHS[schedule.month - 1]
    if not schedule.day:
        return words.BY_END_OF_MONTH.format(month=month)
    return words.BY_DATE.format(day=schedule.day, month=month)


def _iso_weeks(schedule: Schedule) -> str:
    return _joined([_week_pair(*pair) for pair in schedule.weeks])


def _week_pair(first: int, last: int) -> str:
    if first == last:
        return words.ONE_WEEK.format(week=first)
    return words.SOME_WEEKS.format(first=first, last=last)


def _joined(phrases: Sequence[str]) -> str:
    told = phrases[0]
    for phrase in phrases[1:-1]:
        told = words.COMMA.format(first=told, last=phrase)
    return told if len(phrases) == 1 else words.AND.format(first=told, last=phrases[-1])


_TELLERS = {
    Rhythm.WEEKS: _weeks,
    Rhythm.SPREAD: _spread,
    Rhythm.FIRST_WEEKS: _first_weeks,
    Rhythm.MONTHS: _months,
    Rhythm.BY_DATE: _by_date,
    Rhythm.ISO_WEEKS: _iso_weeks,
}
