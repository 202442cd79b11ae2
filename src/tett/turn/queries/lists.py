"""What the next list will know of those who move: whom it recognises, and whom it must leave alone."""

from collections.abc import Collection
from typing import NamedTuple

from tett.access.rules import Actor
from tett.people.models import Identifier
from tett.people.queries.corrections import corrected_fields


class NextList(NamedTuple):
    """How many of those who move the next list won't recognise, and how many it leaves where somebody put them."""

    unknown: int
    by_hand: int


def next_list(actor: Actor, students: Collection[int]) -> NextList:
    """Tell what the next list can do (two queries)."""
    known = Identifier.objects.filter(person__in=list(students)).order_by().values("person").distinct().count()
    corrected = corrected_fields(actor, students)
    return NextList(len(students) - known, sum("enrolment" in fields for fields in corrected.values()))
