"""Which files may be put on a task: known by what is in them, not only by what they are called."""

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from typing import IO

import puremagic

from tett.base.rules import Refusal
from tett.tasks import words
from tett.tasks.words import FileType

CONTENT_TYPES = {
    FileType.PDF: "application/pdf",
    FileType.PNG: "image/png",
    FileType.JPG: "image/jpeg",
    FileType.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileType.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileType.TXT: "text/plain; charset=utf-8",
}
SPELLINGS = {"jpeg": FileType.JPG, "jfif": FileType.JPG}
#: The part that makes a zip file a document of each kind.
PARTS = {FileType.DOCX: "word/document.xml", FileType.XLSX: "xl/workbook.xml"}
MACROS = "vbaproject.bin"
#: Control characters other than tab, line break, form feed and return.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
HEAD = 8192
MEGABYTE = 1024 * 1024
NAME_LIMIT = 120


@dataclass(frozen=True)
class Attached:
    """A file that has passed the check: what it is, and what the sender called it."""

    kind: FileType
    name: str

    @property
    def content_type(self) -> str:
        """Give the type it is served as, decided by us and never by the sender."""
        return CONTENT_TYPES[self.kind]


def check_file(name: str, size: int, stream: IO[bytes], limit: int) -> Attached:
    """Refuse a file that is empty, too big (bytes), of another type or not what its name says."""
    if size > limit:
        raise Refusal(words.FILE_TOO_BIG.format(limit=limit // MEGABYTE))
    if not size:
        raise Refusal(words.FILE_EMPTY)
    kind = _kind_by_name(name)
    stream.seek(0)
    sound = _is_text(stream) if kind == FileType.TXT else _is_kind(kind, stream)
    stream.seek(0)
    if not sound:
        raise Refusal(words.FILE_IS_SOMETHING_ELSE.format(types=_types()))
    return Attached(kind, clean_name(name))


def clean_name(name: str) -> str:
    """Keep what can safely be shown and sent as a file name (no paths, control or direction characters)."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: NAME_LIMIT - len(ending) - 1]}{dot}{ending}"


def _kind_by_name(name: str) -> FileType:
    stem, _, ending = name.lower().rpartition(".")
    kind = SPELLINGS.get(ending, ending)
    if not stem or kind not in FileType.values:
        raise Refusal(words.FILE_TYPE_UNKNOWN.format(types=_types()))
    return FileType(kind)


def _is_kind(kind: FileType, stream: IO[bytes]) -> bool:
    if kind in PARTS:
        return _is_document(kind, stream)
    try:
        found = puremagic.from_string(stream.read(HEAD))
    except puremagic.PureError:
        return False
    ending = found.lstrip(".")
    return SPELLINGS.get(ending, ending) == kind


def _is_document(kind: FileType, stream: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(stream) as document:
            names = {name.lower() for name in document.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    if any(name.endswith(MACROS) for name in names):
        raise Refusal(words.FILE_HAS_MACROS)
    return PARTS[kind] in names and "[content_types].xml" in names


def _is_text(stream: IO[bytes]) -> bool:
    """Tell whether it is UTF-8 without control characters other than tab and line breaks."""
    try:
        text = stream.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return CONTROL.search(text) is None


def _types() -> str:
    return ", ".join(FileType.values)
