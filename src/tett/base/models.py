"""What every stored thing has in common."""

import secrets
from typing import ClassVar

from django.db import models


def new_public_id() -> str:
    """Return an address part nobody can guess (96 bits)."""
    return secrets.token_urlsafe(12)


class Record(models.Model):
    """A row with a private number for joins and an unguessable id for addresses."""

    id = models.BigAutoField(primary_key=True)
    public_id = models.CharField(max_length=16, unique=True, editable=False, default=new_public_id)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["id"]
