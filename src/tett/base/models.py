"""What every stored thing has in common."""

import os
import secrets
from base64 import urlsafe_b64encode
from typing import ClassVar

from django.db import models


def new_public_id() -> str:
    """Return an address part nobody can guess (96 bits)."""
    return secrets.token_urlsafe(12)


def new_public_ids(number: int) -> list[str]:
    """Return many at once, each as hard to guess as one alone."""
    text = urlsafe_b64encode(os.urandom(12 * number)).decode("ascii")
    return [text[at : at + 16] for at in range(0, 16 * number, 16)]


class Record(models.Model):
    """A row with a private number for joins and an unguessable id for addresses."""

    id = models.BigAutoField(primary_key=True)
    public_id = models.CharField(max_length=16, unique=True, editable=False, default=new_public_id)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["id"]


LONGEST_ANSWER = 2000


class Submission(models.Model):
    """A form that was sent: its key, who sent it, and where the answer led."""

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=64)
    sender = models.CharField(max_length=80)
    answered = models.CharField(max_length=LONGEST_ANSWER, blank=True)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sender", "key"], name="base_one_submission_per_key")
        ]

    def __str__(self) -> str:
        """Show where the answer led."""
        return self.answered
