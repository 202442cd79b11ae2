"""What was sent: one list, or the files of an exchange format, alone or packed."""

import io
import zipfile
import zlib
from collections.abc import Sequence

from tett.base.rules import Refusal
from tett.roster import words
from tett.roster.words import Format

MEGABYTE = 1024 * 1024
MOST_FILES, MOST_BYTES, MOST_UNPACKED = 60, 40 * MEGABYTE, 200 * MEGABYTE
SHEET_PART = "xl/workbook.xml"
ENCRYPTED = 1
LONGEST_NAME = 120
#: The files that make a OneRoster set; the others may be missing.
ONEROSTER = frozenset({
    "manifest.csv", "orgs.csv", "users.csv", "classes.csv", "enrollments.csv", "roles.csv", "userprofiles.csv",
    "academicsessions.csv", "courses.csv", "demographics.csv",
})  # fmt: skip
#: A file of one of these names is OneRoster's even when it comes alone.
NEVER_A_LIST = frozenset({"manifest.csv", "orgs.csv", "users.csv", "enrollments.csv", "roles.csv"})
Files = list[tuple[str, bytes]]


def opened(sent: Sequence[tuple[str, bytes]]) -> tuple[Format, Files]:
    """Tell what was sent, and give its files with their bare names; packed ones unpacked within bounds."""
    if not sent:
        raise Refusal(words.NO_FILE)
    if len(sent) > MOST_FILES:
        raise Refusal(words.TOO_MANY_FILES.format(limit=MOST_FILES))
    if sum(len(data) for _, data in sent) > MOST_BYTES:
        raise Refusal(words.FILES_TOO_BIG.format(limit=MOST_BYTES // MEGABYTE))
    files = [file for name, data in sent for file in _unpacked(name, data)]
    names = {name.lower() for name, _ in files}
    if names & NEVER_A_LIST and (len(files) > 1 or names <= ONEROSTER):
        return Format.ONEROSTER, [(name.lower(), data) for name, data in files if name.lower() in ONEROSTER]
    if all(_is_json(name, data) for name, data in files):
        return Format.FINT, files
    if len(files) > 1:
        packed = len(sent) == 1
        raise Refusal(words.ZIP_UNKNOWN if packed else words.FILES_OF_DIFFERENT_KINDS)
    return Format.TABLE, files


def _is_json(name: str, data: bytes) -> bool:
    return name.lower().endswith(".json") or data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in {b"{", b"["}


def _unpacked(name: str, data: bytes) -> Files:
    """Unpack a zip that isn't a sheet; nothing in it is believed about how big it becomes."""
    if not data.startswith(b"PK"):
        return [(bare(name), data)]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [part for part in packed.infolist() if not part.is_dir()]
            if SHEET_PART in {part.filename for part in parts}:
                return [(bare(name), data)]
            wanted = [part for part in parts if part.filename.lower().endswith((".csv", ".json", ".xlsx", ".txt"))]
            if len(wanted) > MOST_FILES or sum(part.file_size for part in wanted) > MOST_UNPACKED:
                raise Refusal(words.ZIP_TOO_BIG)
            files = [(bare(part.filename), packed.read(part)) for part in wanted if not _hidden(part.filename)]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
        raise Refusal(words.ZIP_BROKEN) from None
    if not files:
        raise Refusal(words.ZIP_UNKNOWN)
    return files


def _hidden(name: str) -> bool:
    """Tell whether it is what some systems put beside each file."""
    return name.startswith("__MACOSX/") or bare(name).startswith(".")


def bare(name: str) -> str:
    """Give a file's name without folders and what can't be shown."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[-LONGEST_NAME:] or "liste"


def packed(files: Files) -> bytes:
    """Pack files as they are kept."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return kept.getvalue()


def unpacked(kept: bytes) -> Files:
    """Give back what was packed by us."""
    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        return [(part.filename, archive.read(part)) for part in archive.infolist()]
