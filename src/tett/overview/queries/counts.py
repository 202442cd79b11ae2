"""Counting tasks in the database, by whatever columns a page is made of."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from tett.overview.rules import Count
from tett.tasks.models import Task
from tett.tasks.words import State

OPEN, DONE = Q(state=State.OPEN), Q(state=State.DONE)


def counted(rows: "QuerySet[Task]", day: date, *keys: str) -> dict[tuple[Any, ...], Count]:
    """Count tasks by the given columns (one query); cancelled ones are left out."""
    width = len(keys)
    return {tuple(row[:width]): Count(*row[width:]) for row in _grouped(rows, keys).annotate(**_numbers(day))}


def counted_by_class(
    rows: "QuerySet[Task]", day: date
) -> tuple[dict[tuple[int, int | None], Count], dict[int | None, date]]:
    """Count tasks by duty and class, and give when something was last done for each class (one query)."""
    last = models.Max("happened_on", filter=DONE)
    counts: dict[tuple[int, int | None], Count] = {}
    lately: dict[int | None, date] = {}
    grouped = _grouped(rows, ("duty_id", "school_class_id")).annotate(**_numbers(day), n_last=last)
    for duty, school_class, *numbers, happened in grouped:
        counts[duty, school_class] = Count(*numbers)
        if happened:
            lately[school_class] = max(happened, lately.get(school_class, happened))
    return counts, lately


def _grouped(rows: "QuerySet[Task]", keys: Sequence[str]) -> Any:  # noqa: ANN401 - rows of whatever columns
    return rows.exclude(state=State.CANCELLED).order_by().values_list(*keys)


def _numbers(day: date) -> dict[str, models.Count]:
    """Give the numbers of a ``Count``, in its order."""
    return {
        "n_done": models.Count("id", filter=DONE),
        "n_open": models.Count("id", filter=OPEN),
        "n_late": models.Count("id", filter=OPEN & Q(due__lt=day)),
        "n_holes": models.Count("id", filter=OPEN & (Q(stands_in=True) | Q(responsible=None))),
        "n_settled": models.Count("id", filter=Q(state__in=[State.NOT_DONE, State.NOT_RELEVANT])),
    }
