"""The words of a Word document's paragraphs, as they are shown."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from docx.oxml.ns import qn

#: lxml's elements have no type of their own here.
Element: TypeAlias = Any

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Kept beside what is shown: the same again for old programs, what has been taken away, and text in frames of its own.
_APART = {f"{_COMPATIBLE}Fallback", qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr")}
_SIGNS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
TEXT, RUN, PARAGRAPH, FRAME = qn("w:t"), qn("w:r"), qn("w:p"), qn("w:txbxContent")


def text_of(paragraph: Element) -> str:
    """Give a paragraph's words, each line without the space around it."""
    whole = "".join(_pieces(paragraph))
    lines = (" ".join(line.split()) for line in whole.split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _APART:
            yield from _pieces(child)


def frames_of(paragraph: Element) -> list[Element]:
    """Give the frames of text that hang on a paragraph, each once though it is stored for old programs too."""
    return [
        frame for frame in paragraph.iter(FRAME)
        if not any(above.tag == f"{_COMPATIBLE}Fallback" for above in frame.iterancestors())
    ]  # fmt: skip


def is_bold(paragraph: Element) -> bool:
    """Tell whether all of a paragraph's words are made bold by hand."""
    runs = [run for run in paragraph.iter(RUN) if any((text.text or "").strip() for text in run.iter(TEXT))]
    return bool(runs) and all(_bold(run) for run in runs)


def _bold(run: Element) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return mark is not None and mark.get(qn("w:val")) not in {"0", "false"}
