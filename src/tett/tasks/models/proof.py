"""What shows that a task is done, and what is being written."""

from typing import ClassVar

from django.db import models

from tett.base.models import Record
from tett.people.models import Person
from tett.tasks.models.task import Task
from tett.tasks.words import ProofKind


class Proof(Record):
    """A note, link or file that shows what was done."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="proofs")
    kind = models.CharField(max_length=4, choices=ProofKind.choices)
    text = models.TextField(blank=True)
    #: Files lie outside the web root under a name nobody can guess; ``name`` is what the sender called it.
    file = models.FileField(blank=True)
    name = models.CharField(max_length=120, blank=True)
    content_type = models.CharField(max_length=80, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)

    def __str__(self) -> str:
        """Show the kind."""
        return f"{self.kind} for {self.task_id}"


class Draft(models.Model):
    """What somebody has begun to write on a task, kept until it is sent."""

    id = models.BigAutoField(primary_key=True)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["task", "person"], name="tasks_one_draft_each")
        ]

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"draft of {self.person_id} on {self.task_id}"
