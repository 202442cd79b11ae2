"""Reading tables of school days: Type, Navn, Fra and Til."""

from collections.abc import Iterable

from tett.base.rules import Refusal
from tett.route import words
from tett.route.rules.lines import Line, read_day

#: The columns by what they may be called.
COLUMNS = {
    "kind": ("type", "slag", "kind", "kategori"),
    "title": ("navn", "namn", "name", "tittel", "hva", "summary"),
    "first": ("fra", "frå", "dato", "start", "startdato", "from", "første dag"),
    "last": ("til", "slutt", "sluttdato", "to", "end", "siste dag", "til og med"),
}
#: Signs that make a cell a formula where tables are read; a quote before them is taken away again.
RISKY = ("=", "+", "-", "@", "\t", "\r")


def lines_of(header: tuple[str, ...], rows: Iterable[tuple[int, tuple[str, ...]]]) -> list[Line]:
    """Read a table's rows; the header says which column is which."""
    places = {
        what: next((at for at, name in enumerate(header) if name.strip().casefold() in names), None)
        for what, names in COLUMNS.items()
    }
    for what, shown in (("first", "Fra"), ("title", "Navn")):
        if places[what] is None and (what == "first" or places["kind"] is None):
            raise Refusal(words.COLUMN_MISSING.format(column=shown))
    return [_line(number, cells, places) for number, cells in rows]


def _line(number: int, cells: tuple[str, ...], places: dict[str, int | None]) -> Line:
    kind, title, first, last = (_cell(cells, places[what]) for what in ("kind", "title", "first", "last"))
    begins, ends = read_day(first), read_day(last or first)
    title = title or kind
    wrong = first if first and begins is None else last if last and ends is None else ""
    problem = words.LINE_BAD_DATE.format(text=wrong[:40]) if wrong else ""
    return Line(number, title, begins, ends, kind, str(problem))


def _cell(cells: tuple[str, ...], at: int | None) -> str:
    text = cells[at].strip() if at is not None and at < len(cells) else ""
    return text[1:] if text.startswith("'") and text[1:].startswith(RISKY) else text


def safe(text: str) -> str:
    """Write a cell so that no program takes it for a formula."""
    return f"'{text}" if text.startswith(RISKY) else text
