"""Reading the files that school routes come in; nothing is looked up, so nobody is asked."""

from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.documents.tables import Limits, read_table
from tett.route import words
from tett.route.rules.ical_in import MOST, read_ical
from tett.route.rules.lines import Line
from tett.route.rules.table_in import lines_of

_BEGINS = b"BEGIN:VCALENDAR"
#: Where a calendar begins, after a mark of its encoding and blank lines.
HEAD = 200


def read_lines(_actor: Actor, data: bytes, name: str, starts_in: int) -> list[Line]:
    """Read a calendar or a table by what is in it; what can't be read at all is refused with the reason."""
    if _BEGINS in data[:HEAD].upper() or name.lower().endswith(".ics"):
        return read_ical(data, starts_in)
    table = read_table(data, name, Limits(rows=MOST))
    odd = [Line(row.line, "", problem=str(row.why)) for row in table.odd]
    lines = lines_of(table.header, [(row.line, row.cells) for row in table.rows])
    if not lines and not odd:
        raise Refusal(words.NOTHING_IN_FILE)
    return sorted([*lines, *odd], key=lambda line: line.number)
