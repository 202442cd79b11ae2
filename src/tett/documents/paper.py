"""Documents on paper: PDF that everybody can read (PDF/UA-1 as typst enforces it), set by the same words as on screen.

Words go in as data, never as markup, so that nothing anybody wrote can be understood as an order to the typesetter.
"""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from itertools import groupby
from math import sqrt
from pathlib import Path
from typing import Any, Literal, cast

import typst
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tett.documents.shapes import (
    Block,
    Cell,
    Figure,
    Heading,
    Item,
    Lines,
    Link,
    NewPage,
    Paragraph,
    Publication,
    Table,
)

DATA = Path(__file__).parent / "data"
TEMPLATE, FONTS = DATA / "booklet.typ", DATA / "fonts"
STANDARD: Literal["ua-1"] = "ua-1"
#: Stands where a sign has no picture in any of the fonts, such as a smiling face.
UNKNOWN = "□"
_MISSING = re.compile(r'the text `"(?P<signs>.+?)"` could not be displayed', re.DOTALL)
#: What no font draws and no reader needs: signs that steer a terminal, and half of a pair.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
MOST_UNKNOWN = 200
NARROW, WIDE = 3.0, 9.0


def pdf(publication: Publication, made: datetime) -> bytes:
    """Set a publication, and give the PDF."""
    return _typeset(json.dumps(_clean(_data(publication)), ensure_ascii=False), made)


def clean(text: str) -> str:
    """Take away signs that can't be seen and that no file may hold."""
    return _UNSEEN.sub("", text)


def _clean(value: Any) -> Any:  # noqa: ANN401 - anything that JSON holds
    """Take away what can't be seen, however deep it stands."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    return [_clean(inner) for inner in value] if isinstance(value, list | tuple) else value


def _typeset(data: str, made: datetime) -> bytes:
    """Let typst set it; a sign that no font has is replaced, and it is tried again."""
    for _again in range(MOST_UNKNOWN):
        try:
            found = _compiler().compile(sys_inputs={"data": data}, pdf_standards=STANDARD, timestamp=_stamp(made))
        except typst.TypstError as why:
            missing = _MISSING.search(str(why))
            if missing is None:
                raise
            data = data.translate({ord(sign): UNKNOWN for sign in missing["signs"]})
        else:
            return cast("bytes", found)  # one file, since nothing else was asked for
    msg = f"More than {MOST_UNKNOWN} kinds of signs have no picture in any font."
    raise ValueError(msg)


@cache
def _compiler() -> typst.Compiler:
    """Read template and fonts once per process."""
    return typst.Compiler(str(TEMPLATE), root=str(DATA), font_paths=[str(FONTS)], ignore_system_fonts=True)


@cache
def layout() -> str:
    """Tell one way of setting papers from another: a template that has changed makes other papers."""
    return sha256(TEMPLATE.read_bytes()).hexdigest()[:16]


def _stamp(made: datetime) -> datetime:
    """Give the day as the document's own, without the hour, so that the same content gives the same file."""
    day = made.astimezone(UTC)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _data(publication: Publication) -> dict[str, Any]:
    with translation.override(publication.language):
        return {
            "title": publication.title, "short-title": _shortened(publication.title), "owner": publication.owner,
            "kind": publication.kind, "lang": publication.language, "region": _region(publication.language),
            "facts": publication.facts, "motto": _motto(publication), "mark": publication.mark,
            "address": publication.address,
            "address-label": publication.address.partition("://")[2], "contents": _("Innhold"), "page": _("Side"),
            "of": pgettext("side 1 av 5", "av"), "blocks": list(_blocks(publication.blocks)),
        }  # fmt: skip


def _motto(publication: Publication) -> list[str]:
    """Give what stands under the title, but for what stands above it already."""
    return [said for said in publication.motto if said.casefold() not in publication.owner.casefold()]


LONGEST_FOOT = 60


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_FOOT else f"{title[:LONGEST_FOOT].rsplit(' ', 1)[0]} …"


def _region(language: str) -> str:
    return "GB" if language == "en" else "NO"


def _blocks(blocks: Iterable[Block]) -> Iterable[dict[str, Any]]:
    """Give each block as the template takes it; items that stand together are one list."""
    for listed, run in groupby(blocks, key=lambda block: isinstance(block, Item)):
        if listed:
            yield {"kind": "items", "items": [item.text for item in run if isinstance(item, Item)]}
        else:
            yield from (_block(block) for block in run)


def _block(block: Block) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": "nothing"}
    match block:
        case Heading(text, level):
            found = {"kind": "heading", "text": text, "level": level}
        case Paragraph(text):
            found = {"kind": "paragraph", "text": text}
        case Link(text, address):
            found = {"kind": "link", "text": text, "address": address}
        case Figure(svg, alt, caption):
            found = {"kind": "figure", "svg": svg, "alt": alt, "caption": caption}
        case Table(rows, room):
            found = {
                "kind": "table",
                "widths": room or widths(rows),
                "head": _cells(rows[:1]),
                "cells": _cells(rows[1:]),
            }
        case NewPage():
            found = {"kind": "newpage"}
        case Lines(lines):
            found = {"kind": "paragraph", "text": "\n".join(lines)}
    return found


def _cells(rows: Sequence[tuple[Cell, ...]]) -> list[dict[str, Any]]:
    return [
        {"text": "\n".join(cell.pieces), **span}
        for number, row in enumerate(rows)
        for place, cell in enumerate(row)
        if (span := span_of(rows, number, place))
    ]


def span_of(rows: Sequence[tuple[Cell, ...]], number: int, place: int) -> dict[str, int]:
    """Tell how many rows and columns a cell covers; nothing of one that is covered."""
    cell = rows[number][place]
    if cell.left or (cell.above and number):
        return {}
    below = 1
    while number + below < len(rows) and rows[number + below][place].above:
        below += 1
    right = 1
    while place + right < len(rows[number]) and rows[number][place + right].left:
        right += 1
    return {"rows": below, "cols": right}


def widths(rows: Sequence[tuple[Cell, ...]]) -> list[float]:
    """Give each column room by how much stands in it: a column of long texts more, but not all."""
    columns = [[len(row[place].text) for row in rows] for place in range(len(rows[0]))]
    words = [
        max((len(word) for row in rows for word in row[place].text.split()), default=1) for place in range(len(rows[0]))
    ]
    usual = [sqrt(sum(column) / max(1, len(column))) for column in columns]
    return [round(min(WIDE, max(NARROW, room, word * 0.36)), 2) for room, word in zip(usual, words, strict=True)]
