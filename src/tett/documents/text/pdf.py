"""A PDF as blocks: lines in place, ruled tables as tables, page after page."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from tett.documents.shapes import Block, Lines, NewPage
from tett.documents.text.limits import MOST_PAGES, Told, Unreadable
from tett.documents.text.pdf_lines import PageLine, lines_of_page, with_gaps
from tett.documents.text.pdf_tables import PageTable, goes_on, put_together, tables_of_page
from tett.documents.words import Trouble

#: Fewer letters a page than this, on pages that hold pictures, and somebody has scanned paper.
FEWEST_LETTERS = 15


def read_pdf(data: bytes, told: Told) -> list[Block]:
    """Read a PDF; raises ``Unreadable`` when it can't be."""
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            return _read(document, told)
    except Unreadable:
        raise
    except Exception as why:
        # A broken file makes the library raise anything from KeyError to RecursionError.
        raise Unreadable(_trouble(why)) from why


def _trouble(why: BaseException | None) -> Trouble:
    """Find out what went wrong; the library wraps what it met in errors of its own."""
    while why is not None:
        inner = next((one for one in why.args if isinstance(one, Exception)), None)
        if isinstance(why, PDFPasswordIncorrect):
            return Trouble.LOCKED_PDF
        if isinstance(why, MemoryError):
            return Trouble.TOO_BIG
        why = inner or why.__cause__ or why.__context__
    return Trouble.BROKEN_PDF


def _read(document: Any, told: Told) -> list[Block]:  # noqa: ANN401 - pdfplumber's documents have no type
    number = len(document.pages)
    if number > MOST_PAGES:
        raise Unreadable(Trouble.MANY_PAGES)
    if not number:
        raise Unreadable(Trouble.BROKEN_PDF)
    pages, letters, pictures = [], 0, 0
    for place, page in enumerate(document.pages, 1):
        pages.append(_page(page))
        letters, pictures = letters + len(page.chars), pictures + len(page.images)
        page.close()
        told(place, number)
    if letters < FEWEST_LETTERS * number:
        raise Unreadable(Trouble.SCAN if pictures else Trouble.EMPTY)
    return list(_blocks(pages))


def _page(page: Any) -> list[PageLine | PageTable]:  # noqa: ANN401 - as above
    first = min((char["top"] for char in page.chars), default=0.0)
    tables = tables_of_page(page, first)
    boxes = [(table.top, table.bottom) for table in tables]
    outside = page.filter(lambda thing: not _inside(thing, boxes)) if boxes else page
    words = outside.extract_words(extra_attrs=["size", "fontname"], x_tolerance=1.5)
    return sorted([*lines_of_page(words), *tables], key=lambda thing: thing.top)


def _inside(thing: dict[str, Any], boxes: list[tuple[float, float]]) -> bool:
    """Tell whether a letter stands within a table; what stands beside one is taken for a part of it."""
    middle = (thing["top"] + thing["bottom"]) / 2
    return thing["object_type"] == "char" and any(top <= middle <= bottom for top, bottom in boxes)


def _blocks(pages: list[list[PageLine | PageTable]]) -> Iterator[Block]:
    """Give all pages' blocks; a table that goes on over a page is one."""
    last: PageTable | None = None
    for number, page in enumerate(pages):
        if number and last is None:
            yield NewPage()
        for piece in _pieces(page):
            if isinstance(piece, PageTable):
                if last is not None and goes_on(last, piece):
                    last = PageTable(put_together(last.table, piece.table), last.top, piece.bottom, last.edges)
                    continue
                if last is not None:
                    yield last.table
                last = piece
            else:
                if last is not None and _is_foot(piece):
                    continue
                if last is not None:
                    yield last.table
                    last = None
                yield Lines(tuple(with_gaps(piece)))
    if last is not None:
        yield last.table


def _pieces(page: list[PageLine | PageTable]) -> Iterator[list[PageLine] | PageTable]:
    """Put the lines between tables together."""
    lines: list[PageLine] = []
    for thing in page:
        if isinstance(thing, PageTable):
            if lines:
                yield lines
            lines = []
            yield thing
        else:
            lines.append(thing)
    if lines:
        yield lines


def _is_foot(lines: list[PageLine]) -> bool:
    """Tell whether what stands between the halves of a table is only a page's number or its running head."""
    return len(lines) == 1 and any(word.isdigit() for word in lines[0].text.split()[-3:])
