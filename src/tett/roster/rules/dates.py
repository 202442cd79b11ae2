"""Days as people write them; one that can be read in two ways is never guessed."""

import re
from collections.abc import Iterable
from datetime import date

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
PACKED = re.compile(r"(\d{8})")
SHORT = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
SERIAL = re.compile(r"\d{5}(\.0+)?")
OLDEST, NEWEST = 1900, 2100
MONTHS = 12


class Wrong(str):
    """Why a text isn't a day: the name of a mark (``words.Mark``)."""

    __slots__ = ()


BAD, AMBIGUOUS, SHORT_YEAR, NUMBER = (Wrong(w) for w in ("bad_date", "ambiguous_date", "short_year", "number_date"))


def days_of(cells: Iterable[str]) -> dict[str, date | Wrong]:
    """Read a column: what is written with strokes is read as the column's other days show, else not at all."""
    texts = {cell for cell in cells if cell}
    day_first = _day_first(texts)
    return {text: _day(text, day_first=day_first) for text in texts}


def _day_first(texts: Iterable[str]) -> bool | None:
    """Tell whether days come before months in days with strokes; None when the column doesn't show it."""
    found = [SLASHED.fullmatch(text) for text in texts]
    pairs = [(int(match[1]), int(match[2])) for match in found if match]
    first, second = any(a > MONTHS for a, _ in pairs), any(b > MONTHS for _, b in pairs)
    return first if first != second else None


def _day(text: str, *, day_first: bool | None) -> date | Wrong:
    if match := ISO.fullmatch(text) or YEAR_FIRST.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := DOTTED.fullmatch(text):
        return _date(match[3], match[2], match[1])
    if match := SLASHED.fullmatch(text):
        return _slashed(match[1], match[2], match[3], day_first)
    if PACKED.fullmatch(text):
        found = _date(text[:4], text[4:6], text[6:])
        return found if isinstance(found, date) else _date(text[4:], text[2:4], text[:2])
    if SHORT.fullmatch(text):
        return SHORT_YEAR
    return NUMBER if SERIAL.fullmatch(text) else BAD


def _slashed(first: str, second: str, year: str, day_first: bool | None) -> date | Wrong:  # noqa: FBT001 - three answers
    if first == second or int(first) > MONTHS:
        return _date(year, second, first)
    if int(second) > MONTHS:
        return _date(year, first, second)
    if day_first is None:
        return AMBIGUOUS
    return _date(year, second, first) if day_first else _date(year, first, second)


def _date(year: str, month: str, day: str) -> date | Wrong:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return BAD
    return found if OLDEST <= found.year <= NEWEST else BAD
