"""The lines of a page, with the room between their words kept, as they stand on paper."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

#: Letters whose feet are so near each other, in points, stand on one line.
SAME_LINE = 3.0
#: More room than so many letters between two words is a gap; between two lines, more than so many heights.
WIDE_GAP, TALL_GAP = 2.0, 1.25
#: So much bigger than the line over it, and it begins something new.
BIGGER = 1.12
#: A line that reaches so far to the right was wrapped; lines of one paragraph are so many sizes apart, if nothing else.
FULL, LINE = 0.8, 1.35
_AND = re.compile(r"(?:og|eller|samt)\b")
_FROM = re.compile(
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|[mtolfs]\w{1,3}dag)-$",
    re.IGNORECASE,
)
NARROWEST, SMALLEST = 2.5, 4.0


@dataclass(frozen=True)
class PageLine:
    """A line: its words in place, where it stands, and how it is set."""

    text: str
    top: float
    bottom: float
    size: float
    bold: bool
    left: float
    right: float
    #: How wide a letter usually is here.
    letter: float


def lines_of_page(words: list[dict[str, Any]]) -> list[PageLine]:
    """Put words that stand on one line together."""
    if not words:
        return []
    left = min(float(word["x0"]) for word in words)
    letter = max(NARROWEST, median((word["x1"] - word["x0"]) / max(1, len(word["text"])) for word in words))
    return [_line(row, left, letter) for row in _rows(words)]


def _rows(words: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    row: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if row and word["bottom"] - row[0]["bottom"] > SAME_LINE:
            yield sorted(row, key=lambda w: w["x0"])
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda w: w["x0"])


def _line(row: list[dict[str, Any]], left: float, letter: float) -> PageLine:
    text, ends = "", None
    for word in row:
        if ends is None or word["x0"] - ends > WIDE_GAP * letter:
            # What stands apart stands where it stood, so that columns keep their edges.
            text += " " * max(2 if text else 0, round((word["x0"] - left) / letter) - len(text))
        else:
            text += " "
        text += word["text"]
        ends = word["x1"]
    sizes = [float(word["size"]) for word in row]
    bold = all("bold" in str(word["fontname"]).lower() for word in row)
    return PageLine(
        text,
        min(w["top"] for w in row),
        max(w["bottom"] for w in row),
        max(sizes),
        bold,
        row[0]["x0"],
        row[-1]["x1"],
        letter,
    )


def with_gaps(lines: list[PageLine]) -> list[str]:
    """Give the lines as text, with an empty one where the page has room between them."""
    return _spaced(_whole_headings(lines))


def _whole_headings(lines: list[PageLine]) -> list[PageLine]:
    """Put a heading that was wrapped on one line again; its letters are bigger than those of most lines."""
    usual = median([line.size for line in lines] or [SMALLEST])
    found: list[PageLine] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and _one_heading(before, line, usual):
            text = f"{before.text} {line.text.strip()}"
            found[-1] = replace(before, text=text, bottom=line.bottom, right=max(before.right, line.right))
        else:
            found.append(line)
    return found


def _one_heading(before: PageLine, line: PageLine, usual: float) -> bool:
    near = line.bottom - before.bottom <= LINE * line.size
    return near and before.size > BIGGER * usual and not _set_otherwise(before, line)


def _spaced(lines: list[PageLine]) -> list[str]:
    found: list[str] = []
    usual = usual_step(lines)
    before: PageLine | None = None
    for line in lines:
        if before is not None:
            found += [""] * blanks_between(before, line, usual)
        found.append(line.text)
        before = line
    return found


def usual_step(lines: list[PageLine]) -> float:
    """Tell how far the lines of a paragraph stand from each other, by those that surely were wrapped."""
    edge = FULL * max((line.right for line in lines), default=0.0)
    wraps = [b.bottom - a.bottom for a, b in pairwise(lines) if a.right > edge and b.text.lstrip()[0].islower()]
    if wraps:
        return max(SMALLEST, median(wraps))
    steps = sorted(b.bottom - a.bottom for a, b in pairwise(lines) if b.bottom > a.bottom)
    size = median([line.size for line in lines] or [SMALLEST])
    return max(SMALLEST, min([LINE * size, *steps[len(steps) // 4 :][:1]]))


def is_divided(before: str, after: str) -> bool:
    """Tell whether a word was divided at the end of a line: not "lunsj-" before "og", nor a month before another."""
    ends = before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].islower()
    return ends and not _AND.match(after) and not _FROM.search(before)


def blanks_between(before: PageLine, line: PageLine, usual: float) -> int:
    """Tell how many empty lines stand between two, by the room there is and by how they are set."""
    step = line.bottom - before.bottom
    if step > 2.4 * usual:
        return 2
    if step > TALL_GAP * max(usual, SMALLEST) or _set_otherwise(before, line):
        return 1
    return 0


def _set_otherwise(before: PageLine, line: PageLine) -> bool:
    """Tell whether a heading begins or ends here, by how it is set."""
    sizes = sorted((before.size, line.size))
    return sizes[1] > BIGGER * sizes[0] or before.bold != line.bold
