"""Counting tasks in the database, by whatever columns a page is made of."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from tett.overview.rules import Count
from tett.tasks.models import Task
from tett.tasks.words import State

OPEN = Q(state=State.OPEN)


def counted(rows: "QuerySet[Task]", day: date, *keys: str) -> dict[tuple[Any, ...], Count]:
    """Count tasks by the given columns (one query); cancelled ones are left out."""
    late = OPEN & Q(due__lt=day)
    numbers = rows.exclude(state=State.CANCELLED).order_by().values_list(*keys).annotate(
        n_done=models.Count("id", filter=Q(state=State.DONE)),
        n_open=models.Count("id", filter=OPEN),
        n_late=models.Count("id", filter=late),
        n_holes=models.Count("id", filter=OPEN & (Q(stands_in=True) | Q(responsible=None))),
        n_settled=models.Count("id", filter=Q(state__in=[State.NOT_DONE, State.NOT_RELEVANT])),
    )  # fmt: skip
    width = len(keys)
    return {tuple(row[:width]): Count(*row[width:]) for row in numbers}
