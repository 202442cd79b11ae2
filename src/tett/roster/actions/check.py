"""The dry run: what a list would do, written down for people to look over. Nothing else is written."""

import hashlib
import json
from collections import Counter
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db import transaction

from tett.access.rules import Actor
from tett.base.actions import insert_rows
from tett.base.memory import many_things
from tett.base.rules import Refusal
from tett.roster.actions.steps import become, held, let_go
from tett.roster.models import Import, Line
from tett.roster.queries.known import known_at
from tett.roster.queries.reading import reading_of
from tett.roster.rules.people import present
from tett.roster.rules.plan import Plan, make_plan
from tett.roster.rules.said import Reading
from tett.roster.words import Format, Kind, State

WRITE = json.JSONEncoder(default=str, ensure_ascii=False).encode
COUNTS = ("lines", "same", "added", "changed", "ended", "odd", "absent", "unusual", "writes", "seen", "refusal")


def check(imported: Import, *, by: Actor, at: datetime) -> Import:
    """Find out what a list would do; one that can't be read is refused with its sentence. Twice is once."""
    with many_things(), transaction.atomic():
        row = held(imported, by)
        if row.state != State.CHECKING:
            return row
        try:
            reading, plan = planned(row, by)
        except Refusal as why:
            let_go(row)
            row.refusal = str(why)
            return become(row, State.REFUSED, at, "refusal")
        row.refusal = ""
        return show(row, reading, plan, at)


def planned(row: Import, by: Actor) -> tuple[Reading, Plan]:
    """Read what was sent, and compare it with what Tett knows now."""
    reading = reading_of(by, row)
    ids = {*chain.from_iterable(row.ids for row in reading.rows), *present((), reading.odd)}
    ids.update(chain.from_iterable(row.student for row in reading.rows if row.student))
    known = known_at(by, row.school, row.starts_in, by.day, ids)
    if row.department is not None:
        known.usual_department = row.department.name
    elif not known.departments and row.format != Format.TABLE:
        known.usual_department = row.school.short_name
    return reading, make_plan(reading, known)


def show(row: Import, reading: Reading, plan: Plan, at: datetime) -> Import:
    """Write the lines down, and what they come to."""
    told = told_of(plan)
    Line.objects.filter(imported=row).delete()
    insert_rows(
        Line, ("imported", "number", "line", "file", "kind", "odd", "name", "where", "told"),
        [
            (row.pk, number, one.line, one.file, str(one.kind), one.odd, one.name[:170], one.where[:80], text)
            for number, (one, text) in enumerate(zip(plan.lines, told, strict=True))
        ],
    )  # fmt: skip
    kinds = Counter(line.kind for line in plan.lines)
    row.lines, row.same, row.odd = reading.lines, plan.same, sum(line.odd for line in plan.lines)
    row.added, row.changed, row.ended = kinds[Kind.ADD], kinds[Kind.CHANGE], kinds[Kind.END]
    row.absent, row.unusual, row.writes = plan.absent, plan.unusual, plan.writes
    row.seen = seal(plan, told)
    return become(row, State.READY, at, *COUNTS)


def told_of(plan: Plan) -> list[str]:
    """Give what is told at each line, as it is stored; what many lines tell alike is written once."""
    written = lru_cache(maxsize=8192)(_written)
    return [f"[{', '.join([written(mark, tuple(facts.items())) for mark, facts in line.told])}]" for line in plan.lines]


def _written(mark: str, facts: tuple[tuple[str, Any], ...]) -> str:
    return WRITE((mark, dict(facts)))


def seal(plan: Plan, told: list[str]) -> str:
    """Give what stands for everything that is shown: the same again if nothing has changed meanwhile."""
    whole = hashlib.sha256()
    for line, text in zip(plan.lines, told, strict=True):
        whole.update(f"{line.line}\0{line.file}\0{line.kind}\0{line.name}\0{line.where}\0{text}\n".encode())
    return whole.hexdigest()
