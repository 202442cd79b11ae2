"""Counting tasks in the database, by whatever columns a page is made of."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import QuerySet

from tett.access.rules import Actor
from tett.tasks.models import Task
from tett.tasks.queries import DONE, numbers
from tett.tasks.rules import Tally
from tett.tasks.words import State


def counted(actor: Actor, rows: "QuerySet[Task]", *keys: str) -> dict[tuple[Any, ...], Tally]:
    """Count tasks by the given columns (one query); cancelled ones are left out."""
    width = len(keys)
    return {tuple(row[:width]): Tally(*row[width:]) for row in _grouped(rows, keys).annotate(**numbers(actor))}


def counted_by_class(
    actor: Actor, rows: "QuerySet[Task]"
) -> tuple[dict[tuple[int, int | None], Tally], dict[int | None, date]]:
    """Count tasks by duty and class, and give when something was last done for each class (one query)."""
    last = models.Max("happened_on", filter=DONE)
    counts: dict[tuple[int, int | None], Tally] = {}
    lately: dict[int | None, date] = {}
    grouped = _grouped(rows, ("duty_id", "school_class_id")).annotate(**numbers(actor), n_last=last)
    for duty, school_class, *found, happened in grouped:
        counts[duty, school_class] = Tally(*found)
        if happened:
            lately[school_class] = max(happened, lately.get(school_class, happened))
    return counts, lately


def _grouped(rows: "QuerySet[Task]", keys: Sequence[str]) -> Any:  # noqa: ANN401 - rows of whatever columns
    return rows.exclude(state=State.CANCELLED).order_by().values_list(*keys)
