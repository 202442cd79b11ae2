"""Lines of a file that somebody has sent in, before anybody knows what they mean."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tett.calendar.words import DayKind, Level

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NORWEGIAN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})\.?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
CENTURY = 2000
SHORT_YEAR = 100


@dataclass(frozen=True)
class Line:
    """One day or span as a file has it; ``problem`` says why it can't be used, when it can't."""

    number: int
    title: str
    first: date | None = None
    last: date | None = None
    #: What the file itself says it is, where it has a column for that.
    kind: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Meaning:
    """What a line is about: a kind of day, or where the year (of one level) begins or ends."""

    kind: DayKind | None = None
    begins: bool = False
    ends: bool = False
    level: Level | None = None


_BEGINS = re.compile(r"f[øy]r?ste? skol?edag|f[øy]r?ste? skuledag|sk[ou]l?e?start|skulestart|first (school )?day")
_ENDS = re.compile(r"siste sk[ou]le?dag|sk[ou]le(års)?slutt|last (school )?day")
_LEVEL = re.compile(r"\bvg\s?([123])\b")
_KINDS = (
    (DayKind.PLANNING, re.compile(r"planlegg|kursdag|planning")),
    (DayKind.BREAK, re.compile(r"ferie|\bbreak\b")),
    (DayKind.FREE, re.compile(r"fridag|elevfri|skolefri|skulefri|\bfri\b|\bday off\b")),
    (DayKind.SCHOOL, re.compile(r"skoledag|skuledag|school day")),
)
#: What a column for the kind may say, besides the kinds' own values.
_TYPES = {
    "ferie": DayKind.BREAK, "break": DayKind.BREAK, "fridag": DayKind.FREE, "fri": DayKind.FREE, "free": DayKind.FREE,
    "planleggingsdag": DayKind.PLANNING, "planlegging": DayKind.PLANNING, "planning": DayKind.PLANNING,
    "skoledag": DayKind.SCHOOL, "skoledag likevel": DayKind.SCHOOL, "skuledag": DayKind.SCHOOL,
    "skuledag likevel": DayKind.SCHOOL, "school": DayKind.SCHOOL,
}  # fmt: skip


def split_title(title: str) -> tuple[str, str]:
    """Give a title and its kind apart, where the kind stands after it in brackets: "Rektors dag (fridag)"."""
    name, _, kind = title.rstrip(")").rpartition(" (")
    return (name, kind) if name and title.endswith(")") and kind.casefold() in _TYPES else (title, "")


def meaning_of(line: Line) -> Meaning | None:
    """Say what a line is about, or None."""
    said, title = line.kind.strip().casefold(), line.title.casefold()
    if said in _TYPES:
        return Meaning(_TYPES[said])
    if said and not _is_frame(said):
        return None
    words = said or title
    level = _LEVEL.search(f"{said} {title}")
    if _BEGINS.search(words):
        return Meaning(begins=True, level=Level(f"vg{level[1]}") if level else None)
    if _ENDS.search(words):
        return Meaning(ends=True)
    return next((Meaning(kind) for kind, pattern in _KINDS if pattern.search(title)), None)


def _is_frame(said: str) -> bool:
    return bool(_BEGINS.search(said) or _ENDS.search(said))


def read_day(text: str) -> date | None:
    """Read a day in one of the ways people write it; None when it is none."""
    text = text.strip().removesuffix(" 00:00:00")
    orders = chain(
        (found.group(1, 2, 3) for found in [ISO.fullmatch(text) or COMPACT.fullmatch(text)] if found),
        (found.group(3, 2, 1) for found in [NORWEGIAN.fullmatch(text)] if found),
    )
    year, month, day = (int(part) for part in next(orders, ("0", "0", "0")))
    try:
        return date(year + CENTURY if 0 < year < SHORT_YEAR else year, month, day)
    except ValueError:
        return None
