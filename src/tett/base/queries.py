"""Locks, and answers that were given before."""

from typing import TypeVar

from django.db import models

from tett.base.models import Submission

M = TypeVar("M", bound=models.Model)


def locked(row: M) -> M:
    """Read the row again and hold it until the transaction ends.

    PostgreSQL locks the row; SQLite's transactions are IMMEDIATE, so the whole database is already held.
    """
    manager = type(row)._default_manager  # noqa: SLF001 - Django's documented way to the manager of any model
    return manager.select_for_update(of=("self",)).get(pk=row.pk)


def answer_to(sender: str, key: str) -> str | None:
    """Tell where the answer to a form led that was sent before, or None if it wasn't."""
    return Submission.objects.filter(sender=sender, key=key).values_list("answered", flat=True).first()
