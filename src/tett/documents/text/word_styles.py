"""What a Word document's styles make of a paragraph: a heading of some level, or an item of a list."""

import re
from dataclasses import dataclass

from docx.oxml.ns import qn

from tett.documents.text.word_text import Element

_HEADING = re.compile(r"(?:heading|overskrift|overskrift\s)\s?(\d)", re.IGNORECASE)
_TITLES = {"title", "tittel"}
#: Styles may build on each other; one that builds on itself by mistake ends here.
DEEPEST = 12
BODY_TEXT = 9
NUMBERS = {"decimal", "upperRoman", "lowerRoman", "decimalZero"}


@dataclass(frozen=True)
class Style:
    """What a paragraph is by its style."""

    level: int = 0
    listed: bool = False
    numbering: str = ""


class Styles:
    """The styles of a document, by their ids, and the lists its numbering knows."""

    def __init__(self, styles: Element, numbering: Element | None) -> None:
        """Look at each style once."""
        self._by_id = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
        self._formats = _formats(numbering) if numbering is not None else {}
        self._known: dict[str, Style] = {}

    def of(self, paragraph: Element) -> Style:
        """Tell what a paragraph is, by its style and by itself."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        base = self._style(named.get(qn("w:val")) if named is not None else "")
        own = paragraph.find(qn("w:pPr"))
        return base if own is None else _with(base, own)

    def is_numbered(self, style: Style) -> bool:
        """Tell whether a list counts its items, rather than marking them."""
        return self._formats.get(style.numbering, "") in NUMBERS

    def _style(self, name: str, depth: int = 0) -> Style:
        style = self._by_id.get(name)
        if style is None or depth > DEEPEST:
            return Style()
        if name not in self._known:
            based = style.find(qn("w:basedOn"))
            base = self._style(based.get(qn("w:val")), depth + 1) if based is not None else Style()
            own = style.find(qn("w:pPr"))
            found = base if own is None else _with(base, own)
            self._known[name] = _titled(style, name, found)
        return self._known[name]


def _titled(style: Element, name: str, found: Style) -> Style:
    """Know headings by the name of their style, in the languages Word has been set up in here."""
    label = style.find(qn("w:name"))
    words = label.get(qn("w:val")) if label is not None else name
    if words.lower() in _TITLES:
        return Style(1)
    heading = _HEADING.fullmatch(words.strip())
    return Style(int(heading[1]), listed=False) if heading else found


def _with(base: Style, own: Element) -> Style:
    """Put what stands on the paragraph or style itself over what it builds on."""
    outline, numbering = own.find(qn("w:outlineLvl")), own.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    level, listed, number = base.level, base.listed, base.numbering
    if outline is not None:
        told = int(outline.get(qn("w:val")) or BODY_TEXT)
        level = told + 1 if told < BODY_TEXT else 0
    if numbering is not None:
        number = numbering.get(qn("w:val")) or ""
        listed = number not in {"", "0"}
    return Style(level, listed, number)


def _formats(numbering: Element) -> dict[str, str]:
    """Tell how each list's first level is counted."""
    kinds = {}
    for abstract in numbering.iter(qn("w:abstractNum")):
        kind = abstract.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")
        kinds[abstract.get(qn("w:abstractNumId"))] = kind.get(qn("w:val")) if kind is not None else ""
    found = {}
    for number in numbering.iter(qn("w:num")):
        which = number.find(qn("w:abstractNumId"))
        found[number.get(qn("w:numId"))] = kinds.get(which.get(qn("w:val")), "") if which is not None else ""
    return found
