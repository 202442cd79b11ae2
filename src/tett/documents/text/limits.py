"""What a file may be before it is opened: a small file can be made to fill a machine."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from tett.documents.words import Trouble

#: Told after each page: which, and of how many.
Told = Callable[[int, int], object]
#: All parts of a package together, its XML alone (which takes many times as much when it is read), and how many.
MOST_BYTES, MOST_XML, MOST_PARTS = 150 * 1024 * 1024, 25 * 1024 * 1024, 5_000
#: More than a plan, an appendix and a handbook.
MOST_PAGES = 300
DOCUMENT = "word/document.xml"
#: What Office writes when a document is encrypted or old: not a package at all.
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Unreadable(Exception):  # noqa: N818 - what it is, not an error of ours
    """Say which trouble there is."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the trouble, which crosses from one process to another."""
        super().__init__(trouble.value)
        self.trouble = trouble


def check_package(data: bytes) -> None:
    """Raise ``Unreadable`` unless the file is a Word document of a size that can be read.

    What a part says of its own size is what is unpacked of it at most, so the sum holds whatever the file says.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            _check_parts(parts)
            _check_xml(package, parts)
    except Unreadable:
        raise
    except Exception as why:
        # A broken package makes the library raise anything from BadZipFile to NotImplementedError.
        raise Unreadable(Trouble.BROKEN_WORD) from why


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(Trouble.LOCKED_WORD)
    xml = sum(part.file_size for part in parts if _is_xml(part))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES or xml > MOST_XML:
        raise Unreadable(Trouble.TOO_BIG)
    if DOCUMENT not in {part.filename for part in parts}:
        raise Unreadable(Trouble.NOT_WORD)


def _check_xml(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Refuse declarations of types, which Word never writes and which can grow without end."""
    for part in parts:
        if _is_xml(part) and b"<!DOCTYPE" in _plain(package.read(part)):
            raise Unreadable(Trouble.BROKEN_WORD)


def _plain(xml: bytes) -> bytes:
    """Give XML with its letters in one byte each as far as they are ASCII, so that it can be searched."""
    return xml.replace(b"\0", b"")


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def check_old_office(data: bytes) -> None:
    """Tell a document in the old format from one that is locked; Office keeps both in the same kind of file."""
    raise Unreadable(Trouble.LOCKED_WORD if ENCRYPTED in data else Trouble.OLD_WORD)
