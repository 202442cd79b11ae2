"""From bytes to text, and refusing what isn't readable."""

import codecs
import re

from tett.base.rules import Refusal
from tett.plan import words
from tett.plan.rules.stretch import lines_of

_MAGIC: tuple[tuple[bytes, object], ...] = (
    (b"%PDF", words.KIND_PDF),
    (b"PK\x03\x04", words.KIND_WORD),
    (b"\xd0\xcf\x11\xe0", words.KIND_WORD),
    (b"{\\rtf", words.KIND_RTF),
    (b"\x89PNG", words.KIND_IMAGE),
    (b"\xff\xd8\xff", words.KIND_IMAGE),
    (b"GIF8", words.KIND_IMAGE),
    (b"\x1f\x8b", words.KIND_ARCHIVE),
    (b"7z\xbc\xaf", words.KIND_ARCHIVE),
)
_WEB_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Beyond ASCII, what Norwegian school prose in Windows-1252 holds; anything else there is another encoding.
_NORWEGIAN = frozenset("æøåÆØÅéèêëóòôöäüáàíúñçÉÈÓÒÔÖÄÜÁÀčšžđŠŽ§–—‘’“”„«»•·…´°½¼©®€¨¤×±²³\xa0\xad")
_LETTERS_OF_NORWEGIAN = frozenset("æøåÆØÅ")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")
_MOJIBAKE = re.compile("Ã[\x80-\xbf¦¸¥˜…†˜ƒ]|Â[§«»·\xa0\xad]|â(?:€|\x80)|\ufffd")
_LETTER = re.compile(r"[^\W\d_]")
LEAST_LETTERS = 0.4
SAMPLE = 24


def decode(data: bytes) -> str:
    """Turn an uploaded file into text: UTF-8, UTF-16 with its mark, or Windows-1252 that is plausibly Norwegian.

    Raises ``Refusal`` when it is another kind of file, empty, or in an encoding that can't be told.
    """
    _refuse_other_kinds(data)
    text = _with_mark(data)
    if text is None:
        text = _unmarked(data)
    check_readable(text)
    return text


def check_readable(text: str) -> None:
    """Raise ``Refusal`` unless the text can be read by people."""
    if not lines_of(text):
        raise Refusal(words.DOCUMENT_EMPTY)
    _refuse_at(text, _CONTROL.search(text), words.DOCUMENT_IS_BINARY)
    _refuse_at(text, _MOJIBAKE.search(text), words.WRONG_ENCODING)
    seen = sum(not c.isspace() for c in text)
    if len(_LETTER.findall(text)) < seen * LEAST_LETTERS:
        _refuse_at(text, re.search(r"[^\w\s]|\d", text), words.NOT_READABLE)


def _refuse_other_kinds(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise Refusal(words.DOCUMENT_IS_OTHER.format(kind=kind))
    if _WEB_PAGE.match(data):
        raise Refusal(words.DOCUMENT_IS_OTHER.format(kind=words.KIND_WEB_PAGE))


def _with_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            # What can't be decoded becomes U+FFFD, which is refused with its place.
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _windows(data: bytes) -> str:
    text = data.decode("cp1252", "replace")
    foreign = next((n for n, c in enumerate(text) if ord(c) > 127 and c not in _NORWEGIAN), None)  # noqa: PLR2004 - ASCII
    if foreign is None and _LETTERS_OF_NORWEGIAN.isdisjoint(text):
        foreign = next(n for n, c in enumerate(text) if ord(c) > 127)  # noqa: PLR2004 - ASCII
    if foreign is not None:
        _refuse_at(text, re.compile(".", re.DOTALL).match(text, foreign), words.WRONG_ENCODING)
    return text


def _refuse_at(text: str, match: re.Match[str] | None, sentence: object) -> None:
    if match is None:
        return
    line = text.count("\n", 0, match.start()) + 1
    around = text[max(0, match.start() - SAMPLE // 2) : match.end() + SAMPLE // 2]
    sample = " ".join("".join(c if c.isprintable() else " " for c in around).split())
    raise Refusal(str(sentence).format(line=line, sample=sample))
