"""What only paper needs: page numbers, lists of contents, and what is said on top of every page."""

import re
from collections import Counter

from tett.plan.rules.columns import heads_of_line
from tett.plan.rules.stretch import Line

_PAGE = re.compile(r"\s*(?:side|page|s\.)?\s*[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:av|of|/)\s*\d{1,3})?\s*", re.IGNORECASE)
_CONTENTS = re.compile(r".*(?:\.\s?){4,}\s*\d{1,3}\s*$")
#: A heading and its page with only a tab between; in a table it is a row, so it counts only under "Innhold".
_ENTRY = re.compile(r"[^\t]+\t+\d{1,3}\s*$")
_CONTENTS_HEAD = re.compile(
    r"\s*#*\s*(?:innhold(?:sfortegnelse|sliste)?|innhald(?:sliste|soversyn)?)\s?:?\s*", re.IGNORECASE
)
_NOISE = (_PAGE, _CONTENTS, _CONTENTS_HEAD)
OFTEN = 3


def without_noise(lines: list[Line]) -> list[Line]:
    """Leave out page numbers, lists of contents, and what is said again on every page."""
    kept: list[Line] = []
    blanks, new_page, listing = 0, False, False
    repeated = _repeated(lines)
    for line in lines:
        listing = bool(_CONTENTS_HEAD.fullmatch(line.raw) or (listing and _ENTRY.fullmatch(line.raw)))
        if listing or any(noise.fullmatch(line.raw) for noise in _NOISE) or line in repeated:
            blanks, new_page = blanks + line.blanks, new_page or line.new_page or line in repeated
        else:
            kept.append(Line(line.raw, line.starts, line.blanks + blanks, line.new_page or new_page))
            blanks, new_page = 0, False
    return kept


def _repeated(lines: list[Line]) -> set[Line]:
    """Find what stands first on page after page."""
    first = [line for line in lines if line.new_page]
    often = {text for text, times in Counter(line.text for line in first).items() if times >= OFTEN}
    return {line for line in first if line.text in often and not heads_of_line(line)}
