"""Words as one reads them, and where in the document each of them stands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

#: Line ends of every kind; Word ends soft lines with a vertical tab, PDF ends pages with a form feed.
_LINE = re.compile("([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\\Z)")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_BULLET_FONT = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf076": "•"}
#: The stars that Markdown makes words bold with; one that stands alone is a bullet.
_BOLD = re.compile(r"(?<!\S)\*+(?=[^\s*])|(?<=[^\s*])\*+(?=[.,:;!?)]*(?:\s|$))")
_WORD = re.compile(r"\S+")
#: "November-" at the end of a line goes on to another month, and is no divided word.
_FROM_MONTH = re.compile(
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)-$", re.IGNORECASE
)


@dataclass(frozen=True)
class Stretch:
    """A piece of the document as one line of text, with the document's offset of each character."""

    text: str
    places: tuple[int, ...]

    def cut(self, starts: int, ends: int | None = None) -> "Stretch":
        """Give a part of it, without the space around."""
        text = self.text[starts:ends]
        first = starts + len(text) - len(text.lstrip())
        inner = text.strip()
        return Stretch(inner, self.places[first : first + len(inner)])

    def where(self, starts: int, ends: int) -> tuple[int, int]:
        """Give the document's offsets of a part of the text."""
        return self.places[starts], self.places[ends - 1] + 1

    @property
    def starts(self) -> int:
        """Give the offset of the first character."""
        return self.places[0]

    @property
    def ends(self) -> int:
        """Give the offset after the last character."""
        return self.places[-1] + 1

    def __bool__(self) -> bool:
        return bool(self.text)


EMPTY = Stretch("", ())


@dataclass(frozen=True)
class Line:
    """One line of the document, where it starts, and how many empty lines stand before it."""

    raw: str
    starts: int
    blanks: int = 0
    new_page: bool = False

    @cached_property
    def stretch(self) -> Stretch:
        """Give the line's words with single spaces."""
        return _words(self.raw, self.starts)

    @property
    def text(self) -> str:
        """Give the line's words with single spaces."""
        return self.stretch.text

    @property
    def indent(self) -> int:
        """Tell how far in the line begins."""
        return len(self.raw) - len(self.raw.lstrip())

    def part(self, starts: int, ends: int | None = None) -> Stretch:
        """Give a part of the raw line as a stretch."""
        return _words(self.raw[starts:ends], self.starts + starts)


def lines_of(text: str) -> list[Line]:
    """Cut a text into its lines that have words, each knowing what gap it comes after."""
    found, blanks, new_page = [], 0, False
    for match in _LINE.finditer(text):
        if _visible(match.group(1)):
            found.append(Line(match.group(1), match.start(), blanks, new_page))
            blanks, new_page = 0, False
        else:
            blanks += 1
        new_page = new_page or match.group(2) == "\f"
    return found


def joined(stretches: Iterable[Stretch], glue: str = " ") -> Stretch:
    """Put wrapped lines together; a word divided at the end of a line is made whole."""
    text: list[str] = []
    places: list[int] = []
    for stretch in stretches:
        if text and stretch:
            if _divided("".join(text[-12:]), stretch.text):
                text.pop()
                places.pop()
            else:
                text += glue
                places += [places[-1] + 1] * len(glue)
        text += stretch.text
        places += stretch.places
    return Stretch("".join(text), tuple(places))


def _divided(before: str, after: str) -> bool:
    """Tell whether a word was divided: "Medvirknings-" before "møter", but not "lunsj-" before "og leksehjelp"."""
    ends = len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and not _FROM_MONTH.search(before)
    return ends and after[0].islower() and not re.match(r"(?:og|eller|samt)\b", after)


def _visible(raw: str) -> bool:
    return not all(c.isspace() or c in _INVISIBLE for c in raw)


def _words(raw: str, starts: int) -> Stretch:
    text, places = "", []
    stars = {starts + n for mark in _BOLD.finditer(raw) for n in range(*mark.span())} if "*" in raw else ()
    for match in _WORD.finditer(raw):
        if text:
            text += " "
            places.append(starts + match.start() - 1)
        for char, place in _letters(match.group(), starts + match.start()):
            if place not in stars:
                text += char
                places.append(place)
    # What is invisible alone leaves a space behind.
    return Stretch(text, tuple(places)) if text == text.strip() else Stretch(text, tuple(places)).cut(0)


def _letters(word: str, starts: int) -> Iterator[tuple[str, int]]:
    """Give each letter once, also those that PDF writes as a letter and a ring."""
    if word.isascii() or (word.isalpha() and unicodedata.is_normalized("NFC", word) and not _odd(word)):
        yield from zip(word, range(starts, starts + len(word)), strict=True)
        return
    place = 0
    while place < len(word):
        width = 2 if place + 1 < len(word) and unicodedata.combining(word[place + 1]) else 1
        piece = word[place : place + width]
        for char in _plain(piece):
            yield char, starts + place
        place += width


def _odd(word: str) -> bool:
    return any(c in _LIGATURES or c in _INVISIBLE for c in word)


def _plain(piece: str) -> str:
    if piece in _INVISIBLE:
        return ""
    return _LIGATURES.get(piece) or _BULLET_FONT.get(piece) or unicodedata.normalize("NFC", piece)
