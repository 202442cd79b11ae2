"""Questions whose SQL is kept: programs ask the same ones day and night, and writing one takes longer than the answer.

A question is written by the rules themselves, for somebody with the same roles and other numbers. What is equal stays
equal, so the rules can't tell the difference, and all who hold the same roles share one question.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime, time
from functools import lru_cache
from typing import Any, TypeAlias

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from tett.access.rules import Actor, Held

#: Writes a question, as rows of values and not of models.
Write: TypeAlias = "Callable[..., QuerySet[Any, Any]]"
Rows: TypeAlias = list[tuple[Any, ...]]
#: From here downwards numbers stand for others; no row has one of them.
NOBODYS = -(2**40)


class Asker:
    """Somebody who asks, and one with other numbers whom the questions are written for."""

    def __init__(self, actor: Actor) -> None:
        """Give each number that the actor goes by another one."""
        self._others: defaultdict[int, int] = defaultdict(lambda: NOBODYS - len(self._others))
        self.actor, other = actor, self._other
        held = tuple(
            Held(h.role, *map(other, (h.owner_id, h.school_id, h.department_id, h.class_id))) for h in actor.held
        )
        midnight, wards = datetime.combine(actor.day, time(), UTC), frozenset(map(other, sorted(actor.wards)))
        self._double = Actor(actor.day, midnight, other(actor.person_id), held=held, wards=wards)

    def ask(self, write: Write, *given: Hashable, instead: Mapping[Any, Any] | None = None) -> Rows:
        """Give the rows as the driver gives them (at most one query).

        ``write`` gets the actor and what is given; ``instead`` says what other values in the question stand for.
        """
        question = _written(write, connection.vendor, self._double, *map(self._other, given))
        if question is None:
            return []
        stands = {other: number for number, other in self._others.items()} | dict(instead or {})
        with connection.cursor() as cursor:
            cursor.execute(question[0], [stands.get(value, value) for value in question[1]])
            return list(cursor.fetchall())

    def _other(self, given: Any) -> Any:  # noqa: ANN401 - whatever is given; only numbers are somebody's
        return self._others[given] if isinstance(given, int) else given


@lru_cache(maxsize=512)
def _written(write: Write, _vendor: str, *given: Hashable) -> tuple[str, tuple[Any, ...]] | None:
    """Write a question; None when Django sees that no row can answer it."""
    try:
        question, values = write(*given).query.sql_with_params()
    except EmptyResultSet:
        return None
    return question, tuple(values)
