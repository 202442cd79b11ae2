"""From a table with known columns to what it says, row by row, with what is wrong at each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from tett.documents.tables import Table
from tett.roster.rules import cells
from tett.roster.rules.columns import BY_FIELD
from tett.roster.rules.dates import Wrong, days_of
from tett.roster.rules.said import Id, OddRow, Reading, Said, Told
from tett.roster.words import Holds, Mark

#: Gives an identifier of a kind as it is stored, or None when it isn't one.
Written = Callable[[str, str], str | None]
ID_KINDS = {kind: kind for kind in ("own", "feide", "national", "sourced_id", "system_id")}
OF_STUDENT = {f"student_{kind}": kind for kind in ID_KINDS}
DATES = ("born", "starts", "ends")
NATIONAL_DIGITS, NAME_FIELDS = 11, ("given", "family", "preferred", "whole")

#: What stands where a cell is empty, and where there is no column.
EMPTY: dict[str, Any] = {**dict.fromkeys(DATES), **dict.fromkeys((*ID_KINDS, *OF_STUDENT)), "protected": False}
DEFAULTS = {"given": "", "family": "", **Said._field_defaults}


class Bad(NamedTuple):
    """A cell that can't be used, and what is told of it."""

    told: Told


Reader = Callable[[str], Any]
Columns = dict[str, list[Any]]


def read_list(table: Table, fields: Sequence[str], holds: Holds, written: Written) -> Reading:
    """Understand each row; rows with anything wrong become odd, and nothing of them is used.

    It goes column by column, since a column says the same few things over and over.
    """
    reading = Reading(frozenset({holds.value}), lines=len(table.rows) + len(table.odd))
    reading.odd = [OddRow(odd.line, "", ((Mark.UNREADABLE, {"said": str(odd.why)}),)) for odd in table.odd]
    columns: Columns = {}
    bad: dict[int, list[Told]] = {}
    for field, *texts in zip(fields, *(row.cells for row in table.rows), strict=True):
        if field:
            columns[field] = _column(field, texts, written, bad)
    for number, row in enumerate(_rows(table, columns, holds)):
        told = bad[number] if number in bad else _lacking(row)
        if told:
            reading.odd.append(OddRow(row.line, row.name.strip(), tuple(told), row.ids))
        else:
            reading.rows.append(row)
    return reading


def _column(field: str, texts: list[str], written: Written, bad: dict[int, list[Told]]) -> list[Any]:
    """Read each different cell of a column once; note the rows with a cell that can't be used."""
    different = dict.fromkeys(texts)
    reader = _reader(field, different, written)
    empty = EMPTY.get(field, "")
    values = {text: reader(clean) if (clean := cells.neat(text)) else empty for text in different}
    if wrong := {text for text, value in values.items() if value.__class__ is Bad}:
        for number, text in enumerate(texts):
            if text in wrong:
                bad.setdefault(number, []).append(values[text].told)
        values.update(dict.fromkeys(wrong, empty))
    return [values[text] for text in texts]


def _rows(table: Table, columns: Columns, holds: Holds) -> Iterator[Said]:
    """Put the columns together to rows, in the order of ``Said``'s fields."""
    size = len(table.rows)
    _join_names(columns, size)
    _join_addresses(columns)
    columns["line"] = [row.line for row in table.rows]
    columns["holds"] = [holds.value] * size
    columns["ids"] = _identifiers(columns, tuple(ID_KINDS), size)
    columns["student"] = _identifiers(columns, tuple(OF_STUDENT), size)
    in_order = [columns.get(name) or [DEFAULTS[name]] * size for name in Said._fields]
    return map(Said._make, zip(*in_order, strict=True))


def _identifiers(columns: Columns, names: tuple[str, ...], size: int) -> list[tuple[Id, ...]]:
    found = [columns[name] for name in names if name in columns]
    if not found:
        return [()] * size
    return [tuple(filter(None, row)) for row in zip(*found, strict=True)]


def _join_names(columns: Columns, size: int) -> None:
    """Take names out of a cell that has them both, where they don't stand alone."""
    for name in ("given", "family"):
        columns.setdefault(name, [""] * size)
    for number, whole in enumerate(columns.pop("whole", ())):
        if whole:
            given, family = cells.split_name(whole)
            columns["given"][number] = columns["given"][number] or given
            columns["family"][number] = columns["family"][number] or family


def _join_addresses(columns: Columns) -> None:
    """Put postcode and town after the address."""
    after = [columns.pop(name) for name in ("postcode", "town") if name in columns]
    if after and "address" in columns:
        places = [" ".join(filter(None, row)) for row in zip(*after, strict=True)]
        columns["address"] = [
            ", ".join(filter(None, (street, place)))[: cells.LIMITS["address"]] if street else ""
            for street, place in zip(columns["address"], places, strict=True)
        ]


def _lacking(row: Said) -> list[Told]:
    """Tell what a row must say and doesn't."""
    told: list[Told] = []
    if not (row.given and row.family):
        told.append((Mark.NO_NAME, {}))
    if not row.ids:
        told.append((Mark.NO_ID, {}))
    if row.starts and row.ends and row.ends < row.starts:
        told.append((Mark.ENDS_FIRST, {}))
    if row.holds == Holds.STUDENTS:
        if not row.class_name:
            told.append((Mark.NO_CLASS, {}))
    elif row.holds == Holds.STAFF:
        if not row.role:
            told.append((Mark.NO_ROLE, {}))
    else:
        told += _lacking_right(row)
    return told


def _lacking_right(row: Said) -> list[Told]:
    told: list[Told] = [] if row.right else [(Mark.NO_RIGHT, {})]
    if not row.source:
        told.append((Mark.NO_SOURCE, {}))
    if not row.student:
        told.append((Mark.NO_STUDENT, {}))
    elif set(row.student) & set(row.ids):
        told.append((Mark.OWN_GUARDIAN, {}))
    return told


def _reader(field: str, texts: Iterable[str], written: Written) -> Reader:
    """Give what reads the cells of a column."""
    heading = BY_FIELD[field].heading if field in BY_FIELD else field
    if field in ID_KINDS or field in OF_STUDENT:
        kind = ID_KINDS.get(field) or OF_STUDENT[field]
        return partial(_identifier, kind, heading, written)
    if field in DATES:
        days = days_of(map(cells.neat, texts))
        return lambda text: _date(heading, text, days[text])
    if field in NAME_FIELDS:
        return lambda text: Bad((why, {"value": text[:20]})) if (why := cells.wrong_name(text)) else text
    if field in cells.WORDS:
        return lambda text: _word(field, heading, text)
    return {"protected": _protected, "email": _email, "phone": _phone}.get(field) or (
        lambda text: _text(field, heading, text)
    )


def _identifier(kind: str, heading: str, written: Written, text: str) -> Id | Bad:
    if kind == "national" and len(text) == NATIONAL_DIGITS - 1 and text.isdigit():
        text = f"0{text}"  # a sheet that took it for a number has lost the zero in front
    value = written(kind, text)
    return (kind, value) if value else Bad((Mark.BAD_ID, {"column": heading}))


def _date(heading: str, text: str, day: date | Wrong) -> date | Bad:
    return day if isinstance(day, date) else Bad((str(day), {"column": heading, "value": text[:20]}))


def _word(field: str, heading: str, text: str) -> str | Bad:
    value = cells.word(field, text)
    if value is None:
        return Bad((Mark.BAD_WORD, {"column": heading, "value": text[:40]}))
    if field == "role" and value not in cells.BY_LIST:
        return Bad((Mark.ROLE_NOT_BY_LIST, {"role": str(value)}))
    return str(value)


def _protected(text: str) -> bool | Bad:
    plain = text.casefold().replace(" ", "").strip(".")
    if plain in cells.YES:
        return True
    if plain in cells.NO:
        return False
    return Bad((Mark.BAD_WORD, {"column": BY_FIELD["protected"].heading, "value": text[:40]}))


def _email(text: str) -> str | Bad:
    fits = len(text) <= cells.LIMITS["email"] and cells.EMAIL.fullmatch(text)
    return text if fits else Bad((Mark.BAD_EMAIL, {}))


def _phone(text: str) -> str | Bad:
    return cells.phone_number(text) or Bad((Mark.BAD_PHONE, {}))


def _text(field: str, heading: str, text: str) -> str | Bad:
    limit = cells.LIMITS.get(field, cells.LONGEST_NAME)
    return text if len(text) <= limit else Bad((Mark.LONG_TEXT, {"column": heading, "limit": limit}))
