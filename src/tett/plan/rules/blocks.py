"""The document cut into headings, paragraphs, bullets, tables and labelled lines."""

import re
from dataclasses import dataclass

from tett.plan.rules.bearers import only_bearers
from tett.plan.rules.columns import Column, Head, head, heads_of_line, is_rule, settled, split_line
from tett.plan.rules.headings import MOST_WORDS, STEP, begins_section, is_lead_in, looks_like_heading
from tett.plan.rules.pages import without_noise
from tett.plan.rules.stretch import Line, Stretch, joined, lines_of
from tett.plan.rules.table_flat import read_flat
from tett.plan.rules.table_lines import divided, read_divided, read_in_place
from tett.plan.rules.tables import Table, block_at
from tett.plan.rules.times import only_time
from tett.plan.words import PassageKind

_BULLET = re.compile(
    r"\s*(?:[•▪●◦‣➢✓✔■□○\uf0b7\uf0a7\uf0d8\uf0fc\uf076·]\s*|[*+o–—-]\s+|(?:\d{1,2}|[a-hA-H])[.)]\s+(?!(?:jan|febr?"
    r"|mars|april|mai|juni|juli|aug|sept?|okt|nov|des)))(?=\S)"
)
_SIGN = re.compile(r"\s*[•▪●◦‣➢✓✔■□○\uf0b7\uf0a7\uf0d8\uf0fc\uf076·]")
_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:|\t]{1,28}?)\s?:\s+(?=\S)")
_END = re.compile(r"[.!?:;]$")
SHORT = 0.62
TWO = 2


@dataclass(frozen=True)
class Block:
    """A heading, paragraph or bullet."""

    kind: PassageKind
    words: Stretch


@dataclass(frozen=True)
class Labelled:
    """A line that says itself what it tells, as "Ansvarlig: rektor"."""

    meaning: Column
    label: Stretch
    words: Stretch
    whole: Stretch


Piece = Block | Labelled | Table


def blocks_of(text: str) -> list[Piece]:
    """Cut a whole document."""
    return _Cutter(without_noise(lines_of(text))).cut()


class _Cutter:
    """Goes through the lines once."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.place = 0
        self.found: list[Piece] = []
        #: The number of the numbered bullet that was taken last.
        self.counted: int | None = None
        lengths = sorted(len(line.text) for line in lines)
        self.width = lengths[len(lengths) * 9 // 10] if lengths else 0

    def cut(self) -> list[Piece]:
        """Take one piece after the other."""
        while self.place < len(self.lines):
            if not self._table() and not self._labelled() and not self._bullet() and not self._heading():
                self._paragraph()
        return self.found

    @property
    def line(self) -> Line:
        return self.lines[self.place]

    # -- tables

    def _table(self) -> bool:
        heads = heads_of_line(self.line)
        if heads:
            self.place += 1
            self._body(heads, self.lines[self.place - 1])
            return True
        heads, after, by_line = self._heads_one_by_one()
        if heads:
            self.place = after
            table, self.place = read_flat(self.lines, after, heads, by_line=by_line)
            self.found.append(table)
        return bool(heads)

    def _body(self, heads: tuple[Head, ...], line: Line) -> None:
        if self.place < len(self.lines) and (divided(line) or is_rule(self.line)):
            table, self.place = read_divided(self.lines, self.place, heads)
        elif len(split_line(line)) == len(heads) and self._stands_in_place():
            table, self.place = read_in_place(self.lines, self.place, heads)
        else:
            table, self.place = read_flat(self.lines, self.place, heads, by_line=False)
        self.found.append(table)

    def _stands_in_place(self) -> bool:
        return any(len(split_line(line)) > 1 for line in self.lines[self.place : self.place + 6])

    def _heads_one_by_one(self) -> tuple[tuple[Head, ...], int, bool]:
        """Read headings of columns that stand one on each line, or with empty lines between."""
        found: list[Head] = []
        end = self.place
        while end < len(self.lines) and (one := head(self.lines[end].stretch)) and self.lines[end].text[0].isupper():
            found.append(one)
            end += 1
        heads = settled(list(found)) if len(found) > 2 else ()  # noqa: PLR2004 - two lines may be any two words
        by_line = bool(heads) and end < len(self.lines) and not any(x.blanks for x in self.lines[self.place + 1 : end])
        return heads, end, by_line and self._no_gaps(end)

    def _no_gaps(self, place: int) -> bool:
        block = block_at(self.lines, place, 4)
        return len(block) > 2  # noqa: PLR2004 - at least one row of three cells

    # -- lines that say what they tell

    def _labelled(self) -> bool:
        match = _LABEL.match(self.line.raw)
        bullet = _BULLET.match(self.line.raw)
        begins = bullet.end() if bullet else 0
        match = _LABEL.match(self.line.raw, begins) if bullet else match
        meaning = head(self.line.part(match.start("label"), match.end("label"))) if match else None
        if match is None or meaning is None:
            return False
        first = self.line
        self.place += 1
        short = meaning.meaning in {Column.OWNER, Column.WHEN}
        goes_on = _lower_case if short and not re.search(r"(?:[,/–-]|\bog)\s*$", first.raw) else _no_label
        lines = [first.part(match.end()), *self._rest(goes_on)]
        words = joined(lines)
        label = first.part(match.start("label"), match.end("label"))
        whole = joined([first.part(match.start("label")), *lines[1:]])
        self.found.append(Labelled(meaning.meaning, label, words, whole))
        return True

    # -- bullets, headings, paragraphs

    def _bullet(self) -> bool:
        match = _BULLET.match(self.line.raw)
        if match is None or (match.group().strip()[0].isalnum() and self._is_numbered_heading()):
            return False
        self.counted = _number(self.line)
        first = self.line.part(match.end())
        self.place += 1
        self.found.append(Block(PassageKind.BULLET, joined([first, *self._rest(self._same_bullet)])))
        return True

    def _same_bullet(self, line: Line) -> bool:
        return not begins_section(line.text) or line.text[0].islower()

    def _is_numbered_heading(self) -> bool:
        number = _number(self.line)
        after = self.lines[self.place + 1] if self.place + 1 < len(self.lines) else None
        counts_on = number is not None and (self.counted == number - 1 or (after and _number(after) == number + 1))
        alone = after is None or after.blanks or (not _BULLET.match(after.raw) and not after.text[0].islower())
        return bool(alone) and not counts_on and begins_section(self.line.text)

    def _rest(self, same: object) -> list[Stretch]:
        """Take the lines that go on with what has begun, also over a page."""
        taken: list[Stretch] = []
        before = self.lines[self.place - 1]
        while self.place < len(self.lines):
            line = self.line
            if _BULLET.match(line.raw) or heads_of_line(line) or (callable(same) and not same(line)):
                break
            if (line.blanks and not (line.new_page or line.blanks > 1)) or (line.blanks and not _goes_on(before, line)):
                break
            taken.append(line.stretch)
            before = line
            self.place += 1
        return taken

    def _heading(self) -> bool:
        block = block_at(self.lines, self.place, 4)
        wide = self._heading_lines(block)
        if not wide:
            return False
        self.place += wide
        words = joined(line.stretch for line in block[:wide])
        marked = re.match(r"#{1,6}\s+|\*\*", words.text)
        self.found.append(Block(PassageKind.HEADING, words.cut(marked.end() if marked else 0)))
        return True

    def _heading_lines(self, block: list[Line]) -> int:
        """Tell how many lines from here on are a heading."""
        first = block[0].text
        if first.startswith("#") or _is_section(block):
            return 1
        if _is_label(block[0]) and not first.endswith(":"):
            return 0
        if is_lead_in(first) or (self.place == 0 and len(block) == 1 and _begins_document(first)):
            return 1
        if len(block) == 1 or _BULLET.match(block[1].raw) or _is_label(block[1]) or heads_of_line(block[1]):
            return int(looks_like_heading(first))
        if self._stands_over(block):
            return 1
        return int(looks_like_heading(first)) if _two_lines_apart(block) else self._two_lines(block)

    def _two_lines(self, block: list[Line]) -> int:
        """Tell whether two lines are one heading that was wrapped."""
        both = joined(line.stretch for line in block).text
        short = looks_like_heading(both) and len(both.split()) <= MOST_WORDS
        return TWO if len(block) == TWO and short and self._before_content() else 0

    def _before_content(self) -> bool:
        """See that a heading has something under it, and isn't the last of a page of small lines."""
        return self.place + 2 < len(self.lines)

    def _stands_over(self, block: list[Line]) -> bool:
        """Tell whether a line is a heading that no empty line parts from what it stands over."""
        first, second = block[0].text, block[1].text
        short = len(first) < SHORT * max(self.width, len(second))
        return short and second[0].isupper() and looks_like_heading(first) and len(second) > len(first)

    def _paragraph(self) -> None:
        lines = [self.line.stretch]
        self.place += 1
        while self.place < len(self.lines) and self._same_paragraph(lines[-1].text):
            lines.append(self.line.stretch)
            self.place += 1
        self.found.append(Block(PassageKind.PARAGRAPH, joined(lines)))

    def _same_paragraph(self, before: str) -> bool:
        line = self.line
        if _BULLET.match(line.raw) or heads_of_line(line) or begins_section(line.text) or _is_label(line):
            return False
        if STEP.match(line.text):
            return False
        if line.blanks:
            return (line.new_page or line.blanks > 1) and _goes_on(self.lines[self.place - 1], line)
        ended = _END.search(before) or not line.text[0].islower()
        return not (len(before) < SHORT * self.width and line.text[0].isupper() and ended)


def _is_section(block: list[Line]) -> bool:
    """Tell whether a line is a heading by its own words, with nothing under it that goes on with it."""
    alone = len(block) == 1 or block[1].text[0].isupper() or bool(_SIGN.match(block[1].raw))
    return alone and begins_section(block[0].text)


def _two_lines_apart(block: list[Line]) -> bool:
    """Tell whether two lines of a title page are one each, and not one heading that was wrapped."""
    if len(block) != TWO:
        return False
    ends = re.search(r"[-–,:]$|\b(?:og|i|på|av|for|til|med|ved|et|eit|en|ein)$", block[0].text)
    return block[1].text[0].isupper() and not ends and looks_like_heading(block[1].text)


def _begins_document(text: str) -> bool:
    """Tell whether the first line is the title, also when it is a sentence: "Slik arbeider vi med skolemiljøet"."""
    return text[0].isupper() and len(text.split()) <= MOST_WORDS and not _END.search(text)


def _is_label(line: Line) -> bool:
    """Tell whether a line begins by saying what it tells: "Ansvar:", "August:", "Rektor:"."""
    match = _LABEL.match(line.raw)
    if match is None:
        return False
    label = line.part(match.start("label"), match.end("label"))
    return bool(head(label)) or only_time(label.text) or only_bearers(label.text)


def _no_label(line: Line) -> bool:
    return not _LABEL.match(line.raw)


def _lower_case(line: Line) -> bool:
    """Tell whether a line goes on with who or when; what begins anew is something else."""
    return line.text[0].islower() and _no_label(line)


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a sentence runs over the gap between two lines."""
    return line.text[0].islower() and not _END.search(before.text)


def _number(line: Line) -> int | None:
    """Give the number that a line of a numbered list begins with."""
    match = re.match(r"\s*(\d{1,2})[.)]\s", line.raw)
    return int(match[1]) if match else None
