"""Lists as text, in whatever encoding and with whatever separator the sender's program chose."""

import csv
import io
import re
from collections.abc import Iterator

from tett.base.rules import Refusal
from tett.documents.tables import words
from tett.documents.tables.limits import CELL
from tett.documents.tables.table import Row

MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
SEPARATORS = ";,\t|"
#: Excel's own way of saying which separator a file has.
SAYS_SEPARATOR = re.compile(r"\A\s*\"?sep=(.)\"?[ \t]*(\r\n|\r|\n)", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"')
HEAD = 4096
#: Longer than any cell we keep: a cell this long means that a quotation mark is missing.
LONGEST = 10 * CELL


def read_text(data: bytes) -> Iterator[Row]:
    """Give the lines of a list, each with the number of the line it begins on."""
    text, begun = decoded(data), 0
    separator = ""
    if said := SAYS_SEPARATOR.match(text):
        text, separator, begun = text[said.end() :], said[1], 1
    return _rows(text, separator or separator_of(text), begun)


def decoded(data: bytes) -> str:
    """Give the text: by its mark, else UTF-8, else UTF-16 without a mark, else as Windows writes Norwegian."""
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    encoding = encoding or _without_mark(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as why:
        if encoding == "utf-8":
            return data.decode("cp1252", "replace")
        line = why.object[: why.start].decode(encoding, "replace").count("\n") + 1
        raise Refusal(words.UNREADABLE.format(line=line)) from None


def _without_mark(data: bytes) -> str:
    """Tell UTF-16 by its zeros: every second byte of plain letters is one."""
    head = data[:HEAD]
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.6 and not head[::2].count(0):
        return "utf-16-le"
    if half and head[::2].count(0) > half * 0.6 and not head[1::2].count(0):
        return "utf-16-be"
    return "utf-8"


def separator_of(text: str) -> str:
    """Find what stands between the cells of the first line, whatever is quoted."""
    first = next((line for line in text[: HEAD * 4].splitlines() if line.strip()), "")
    bare = QUOTED.sub("", first)
    return max(SEPARATORS, key=bare.count)


def _rows(text: str, separator: str, begun: int) -> Iterator[Row]:
    csv.field_size_limit(LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = begun + 1
    try:
        for cells in reader:
            yield Row(line, tuple(cells))
            line = begun + reader.line_num + 1
    except csv.Error as why:
        raise Refusal(words.QUOTE.format(line=line)) from why
