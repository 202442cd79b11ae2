"""The plans as Word documents and PDFs, as a school would have written them: made anew for each test, none stored."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from docx import Document

from tett.documents.paper import FONTS
from tett.plan.rules.reading import ReadPlan
from tett.plan.words import PassageKind

K = PassageKind
#: A table's rows, each a list of cells; a cell that isn't there is merged with the one above.
Rows = list[list[str | None]]
Piece = tuple[str, str] | tuple[str, Rows]


def pieces_of(plan: ReadPlan) -> list[Piece]:
    """Give a plan as pieces: headings, paragraphs, bullets and tables, in order."""
    found: list[Piece] = []
    for section in plan.sections:
        for passage in section.passages:
            if passage.kind in {K.CELL, K.COLUMN}:
                _into_table(found, passage.kind == K.COLUMN, passage.row, passage.column, passage.text)
            elif passage.kind == K.REFERENCE and "://" not in passage.text:
                found.append((K.BULLET.value, passage.text))
            else:
                found.append((passage.kind.value, passage.text))
    return found


def _into_table(found: list[Piece], is_head: bool, row: int | None, column: int | None, text: str) -> None:
    """Put a cell in its place; a row without its first cell shares that of the row above."""
    if not found or found[-1][0] != "table" or (is_head and len(_rows(found)) > 1):
        begun: Rows = [[]]
        found.append(("table", begun))
    rows = _rows(found)
    if is_head:
        rows[0].append(text)
        return
    while len(rows) <= (row or 0):
        rows.append([None, *[""] * (len(rows[0]) - 1)])
    place = column or 0
    # A cell that the end of a page had cut is one paragraph again.
    before, glue = rows[row or 0][place], " " if text[0].islower() else "\n"
    rows[row or 0][place] = f"{before}{glue}{text}" if before else text


def _rows(found: list[Piece]) -> Rows:
    rows = found[-1][1]
    assert isinstance(rows, list)
    return rows


def as_word(pieces: Iterable[Piece]) -> bytes:
    """Write the pieces in Word, with its own styles for headings and lists and with real tables."""
    document = Document()
    for kind, content in pieces:
        if isinstance(content, list):
            _word_table(document, content)
        elif kind == K.HEADING:
            document.add_heading(content, 1)
        elif kind == K.BULLET:
            document.add_paragraph(content, style="List Bullet")
        else:
            document.add_paragraph(content)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _word_table(document: object, rows: Rows) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")  # type: ignore[attr-defined] # python-docx's own document has no public type
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            cell = table.cell(number, place)
            if text is None:
                table.cell(number - 1, place).merge(cell)
                continue
            first, *more = text.split("\n")
            cell.text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)


def as_pdf(pieces: Iterable[Piece], *, ruled: bool = True) -> bytes:
    """Set the pieces as a PDF with page numbers; without rules a table is only words in place."""
    body = "\n\n".join(_typst(kind, content, ruled=ruled) for kind, content in pieces)
    rules = "0.5pt" if ruled else "none"
    head = (
        '#set page(paper: "a4", numbering: "1", margin: 2.4cm)\n#set text(font: "Inter", size: 11pt, lang: "nb")\n'
        f"#set heading(numbering: none)\n#set table(stroke: {rules}, inset: 6pt)\n#show table: set text(size: 9pt)\n\n"
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.typ"
        file.write_text(head + body, "utf-8")
        return bytes(typst.compile(str(file), font_paths=[str(FONTS)], ignore_system_fonts=True))


def _typst(kind: str, content: str | Rows, *, ruled: bool) -> str:
    if isinstance(content, list):
        return _typst_table(content, ruled=ruled)
    text = f'#"{_quoted(content)}"'
    if kind == K.HEADING:
        return f"= {text}"
    return f"- {text}" if kind == K.BULLET else text


def _typst_table(rows: Rows, *, ruled: bool) -> str:
    cells: list[str] = []
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            if text is None and ruled:
                continue
            below = 1
            while ruled and number + below < len(rows) and rows[number + below][place] is None:
                below += 1
            words = "#parbreak()".join(f'#"{_quoted(line)}"' for line in (text or "").split("\n"))
            cells.append(f"table.cell(rowspan: {below})[{words}]")
    return f"#table(columns: {_columns(rows[0])}, {', '.join(cells)})"


def _columns(head: Sequence[str | None]) -> str:
    return "(" + ", ".join("1fr" for _ in head) + ")"


def _quoted(text: str) -> str:
    return re.sub(r'(["\\])', r"\\\1", text)
