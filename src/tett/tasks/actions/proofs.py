"""Keeping what shows that something was done; files lie under names nobody can guess, outside what is served."""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

from tett.access.rules import Actor
from tett.tasks.actions.steps import author
from tett.tasks.models import Proof, Task
from tett.tasks.rules import Attached, check_file
from tett.tasks.words import ProofKind


@dataclass
class Shown:
    """What somebody sent to show that something was done, checked and ready to be kept."""

    note: str
    link: str
    file: "File[bytes] | None" = None
    attached: Attached | None = None
    sha256: str = ""
    _place: str = field(default="", repr=False)

    @property
    def kinds(self) -> list[str]:
        """Give the kinds that were sent."""
        there = {ProofKind.NOTE: self.note, ProofKind.LINK: self.link, ProofKind.FILE: self.attached}
        return [kind.value for kind, what in there.items() if what]

    @contextmanager
    def stored(self, at: datetime) -> "Iterator[None]":
        """Store the file while the rows are written, and take it away again if they aren't, or didn't need it."""
        try:
            if self.file is not None and self.attached is not None:
                name = f"proofs/{at:%Y/%m}/{secrets.token_urlsafe(24)}.{self.attached.kind}"
                self._place = default_storage.save(name, self.file)
            yield
        except BaseException:
            self._take_away()
            raise
        if self._place and not Proof.objects.filter(file=self._place).exists():
            self._take_away()

    def proofs_for(self, task: Task) -> "Iterator[Proof]":
        """Give what is to be kept on a task."""
        if self.note:
            yield Proof(task=task, kind=ProofKind.NOTE, text=self.note)
        if self.link:
            yield Proof(task=task, kind=ProofKind.LINK, text=self.link)
        if self.file is not None and self.attached is not None:
            yield Proof(
                task=task,
                kind=ProofKind.FILE,
                file=self._place,
                name=self.attached.name,
                content_type=self.attached.content_type,
                sha256=self.sha256,
                size=self.file.size,
            )

    def _take_away(self) -> None:
        if self._place:
            default_storage.delete(self._place)


def received(note: str, link: str, file: "File[bytes] | None") -> Shown:
    """Check what was sent, before anything is stored."""
    if file is None:
        return Shown(note.strip(), link.strip())
    attached = check_file(file.name or "", file.size, file, settings.FILE_LIMIT)
    return Shown(note.strip(), link.strip(), file, attached, _sha256(file))


def keep(tasks: Sequence[Task], shown: Shown, *, by: Actor, at: datetime) -> list[Task]:
    """Put it on each task that doesn't have it from the same person already; give the tasks that got something."""
    new = [proof for task in tasks for proof in shown.proofs_for(task)]
    if not new:
        return []
    rows = Proof.objects.filter(task__in=tasks, added_by=by.person_id)
    there = set(rows.values_list("task_id", "kind", "text", "sha256"))
    new = [p for p in new if (p.task_id, p.kind, p.text, p.sha256) not in there]
    for proof in new:
        proof.added_at, proof.added_by_id = at, author(by)
    Proof.objects.bulk_create(new)
    got = {proof.task_id for proof in new}
    return [task for task in tasks if task.pk in got]


def _sha256(file: "File[bytes]") -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
