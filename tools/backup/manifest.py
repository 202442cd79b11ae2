"""What a backup says of itself, written last: without it there is no backup."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.environment import Stop

NAME, FORMAT = "manifest.json", 1
PIECE = 1024 * 1024
#: How a backup's folder is called; the names sort as the days do.
STAMP = "tett-%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Manifest:
    """What was taken, from what, and what it must be like when it is back."""

    taken: str
    database: str
    versions: dict[str, str]
    migrations: list[str]
    rows: dict[str, int]
    #: The end of the audit chain: serial and link.
    head: tuple[int, str]
    #: Every file of the backup, by its path in it: its SHA-256 and size.
    files: dict[str, tuple[str, int]]

    @property
    def taken_at(self) -> datetime:
        """Give when it was taken."""
        return datetime.fromisoformat(self.taken)


def digest_of(path: Path) -> str:
    """Give a file's SHA-256."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            found.update(piece)
    return found.hexdigest()


def files_in(folder: Path) -> Iterator[Path]:
    """Give every file of a backup but the manifest."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path != folder / NAME)


def write(manifest: Manifest, folder: Path) -> None:
    """Write it with a seal of its own, and have it on the disk before anybody trusts it."""
    content = {"format": FORMAT, **asdict(manifest)}
    text = json.dumps({**content, "seal": _seal(content)}, indent=1, sort_keys=True)
    with (folder / NAME).open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _seal(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def read(folder: Path) -> Manifest:
    """Read it, or refuse a folder that isn't a whole backup."""
    path = folder / NAME
    if not path.exists():
        raise Stop(f"{folder} has no {NAME}: it is no backup, or one that was never finished.")
    try:
        content = json.loads(path.read_text("utf-8"))
        seal = content.pop("seal")
    except (ValueError, KeyError, AttributeError):
        raise Stop(f"{path} can't be read: the backup is damaged. Take another one.") from None
    if seal != _seal(content):
        raise Stop(f"{path} has been changed since the backup was taken. Take another one.")
    if content.pop("format") != FORMAT:
        raise Stop(f"{path} was written by another version of Tett. Restore it with that version.")
    files = {name: (found[0], found[1]) for name, found in content.pop("files").items()}
    return Manifest(**{**content, "head": tuple(content["head"])}, files=files)


def verify(folder: Path) -> Manifest:
    """Read the manifest and every file it names; refuse what is missing, changed or too much."""
    manifest = read(folder)
    there = {path.relative_to(folder).as_posix() for path in files_in(folder)}
    faults = [f"missing: {name}" for name in sorted(manifest.files.keys() - there)]
    faults += [f"not in the manifest: {name}" for name in sorted(there - manifest.files.keys())]
    for name in sorted(there & manifest.files.keys()):
        if ((folder / name).stat().st_size, digest_of(folder / name)) != manifest.files[name][::-1]:
            faults.append(f"damaged: {name}")
    if faults:
        shown = "\n".join(f"  {fault}" for fault in faults[:20])
        raise Stop(f"The backup {folder} is not whole ({len(faults)} faults). Use another one.\n{shown}")
    return manifest


def latest(folder: Path) -> Path | None:
    """Give the newest finished backup in a folder."""
    return next(reversed(all_in(folder)), None)


def all_in(folder: Path) -> list[Path]:
    """Give the finished backups in a folder, oldest first."""
    found = folder.glob("tett-*") if folder.exists() else iter(())
    return sorted(path for path in found if (path / NAME).exists())


def stamp(at: datetime) -> str:
    """Give the name of a backup that is taken now."""
    return at.astimezone(UTC).strftime(STAMP)
