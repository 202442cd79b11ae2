"""The school route as files: for calendar programs, and as a table."""

import csv
import io
from datetime import UTC, date, datetime

from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.calendar.rules.ical import Happening, write
from tett.route.queries.year import DayRow, YearPage
from tett.route.rules.table_in import safe
from tett.route.words import Mark

#: Windows' Excel only takes a table for UTF-8 when it begins with this.
BOM = "\ufeff"
COLUMNS = ("Type", "Navn", "Fra", "Til", "Kilde")
_TYPES = {Mark.BREAK: "ferie", Mark.FREE: "fridag", Mark.PLANNING: "planleggingsdag", Mark.ANYWAY: "skoledag likevel"}


def as_ical(_actor: Actor, page: YearPage, host: str) -> bytes:
    """Write a year's days as a calendar."""
    changed = datetime(page.starts_in, 8, 1, tzinfo=UTC)
    key = page.place.public_id
    title = f"{_('Skoleruta')} {page.name}, {page.place.name}"
    return write(title, [_happening(row, key, host, changed) for row in _rows(page)])


def as_table(_actor: Actor, page: YearPage) -> bytes:
    """Write a year's days as a table that can be read in again; no cell is taken for a formula."""
    out = io.StringIO()
    sheet = csv.writer(out, delimiter=";", lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    for row in _rows(page):
        kind = "" if row.mark == Mark.SCHOOL else _TYPES[row.mark]
        source = "fylket" if row.from_county else "skolen" if not page.place.of_county else "fylket"
        sheet.writerow([kind, safe(row.name), row.first.isoformat(), row.last.isoformat(), source])
    return (BOM + out.getvalue()).encode()


def _rows(page: YearPage) -> list[DayRow]:
    """Give everything that somebody has registered; every calendar knows the public holidays itself."""
    return [row for month in page.listed for row in month.rows if row.mark != Mark.HOLIDAY]


def _happening(row: DayRow, key: str, host: str, changed: datetime) -> Happening:
    return Happening(f"{_uid(row)}.{key}@{host}", row.first, row.last, _title(row), changed)


def _uid(row: DayRow) -> str:
    return f"{row.mark.value}-{_compact(row.first)}-{_compact(row.last)}-{sum(row.name.encode()) % 9973}"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _title(row: DayRow) -> str:
    """Begin with a capital, as titles do."""
    said = f"{row.name} ({row.label})" if row.label and row.mark != Mark.SCHOOL else row.name
    return said[:1].upper() + said[1:]
