"""What has to be done so that what is stored becomes what should be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tett.plan.words import Evidence
from tett.tasks.words import State
from tett.year.rules.expected import Expected, Key, Setting, Wanted
from tett.year.words import Cancelled


class Kept(NamedTuple):
    """A stored task that isn't simply open: closed, or with a day or a person that somebody has chosen."""

    task_id: int
    state: str
    moved: bool
    given: bool
    row: Wanted


@dataclass(frozen=True)
class Stored:
    """The year's tasks as they are: those that are open and untouched, by what they are, and the rest."""

    plain: Mapping[Wanted, int]
    rest: Mapping[Key, Kept]


class Change(NamedTuple):
    """An open task that shall be something else."""

    task_id: int
    was: Wanted
    now: Wanted
    given: bool


@dataclass
class Difference:
    """What to do, and nothing else."""

    new: list[Wanted] = field(default_factory=list)
    seen: list[Wanted] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    restored: list[int] = field(default_factory=list)
    cancelled: dict[int, Cancelled] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new or self.seen or self.changes or self.restored or self.cancelled)


def difference(setting: Setting, wanted: Expected, stored: Stored) -> Difference:
    """Compare what should be with what is; what somebody has done is never in it."""
    missing = [row for row in wanted.tasks if row not in stored.plain]
    changed = len(wanted.tasks) - len(missing) < len(stored.plain)
    left = _without(stored.plain, wanted.tasks) if changed else {}
    rest = dict(stored.rest)
    found = Difference()
    _Comparing(setting, wanted, found).go_through(missing, left, rest)
    found.seen = [row for row in wanted.seen if rest.pop(row[:3], None) is None and left.pop(row[:3], None) is None]
    gone = {key: kept.task_id for key, kept in rest.items() if kept.state == State.OPEN}
    gone |= {key: task_id for key, (task_id, _) in left.items()}
    if gone:
        found.cancelled = _reasons(setting, wanted, gone)
    return found


def _without(plain: Mapping[Wanted, int], wanted: list[Wanted]) -> dict[Key, tuple[int, Wanted]]:
    """Give what is stored but isn't wanted just so."""
    just_so = set(wanted)
    return {row[:3]: (task_id, row) for row, task_id in plain.items() if row not in just_so}


class _Comparing:
    """Goes through what isn't there just so."""

    def __init__(self, setting: Setting, wanted: Expected, found: Difference) -> None:
        self.today = setting.today.isoformat()
        self.present = {row.person_id for row in setting.roster.held if row.on(setting.today)}
        self.owed = wanted.owed
        self.found = found

    def go_through(self, missing: list[Wanted], left: dict[Key, tuple[int, Wanted]], rest: dict[Key, Kept]) -> None:
        """Find for each whether it is there in another shape; what was found goes out of ``left`` and ``rest``."""
        for row in missing:
            key = row[:3]
            if key in left:
                task_id, was = left.pop(key)
                self.found.changes.append(Change(task_id, was, row, given=False))
            elif key in rest:
                self._settle(rest.pop(key), row)
            elif self._makes_sense(row):
                self.found.new.append(row)

    def _makes_sense(self, row: Wanted) -> bool:
        """Tell whether there is still time for it, or somebody who came late is owed it."""
        return row[4] >= self.today or row[:3] in self.owed

    def _settle(self, kept: Kept, row: Wanted) -> None:
        if kept.state == State.CANCELLED and self._makes_sense(row):
            self.found.restored.append(kept.task_id)
        elif kept.state != State.OPEN:
            return
        now, given = self._respecting(kept, row)
        if now != kept.row or given != kept.given:
            self.found.changes.append(Change(kept.task_id, kept.row, now, given))

    def _respecting(self, kept: Kept, row: Wanted) -> tuple[Wanted, bool]:
        """Keep the day that somebody has chosen, and the person as long as they have a role at the school."""
        duty, key, slot, opens, due, person, stands_in, department, school_class = row
        _, _, _, own_opens, own_due, own_person, own_stands_in, _, _ = kept.row
        given = kept.given and own_person in self.present
        if kept.moved:
            opens, due = own_opens, own_due
        if given:
            person, stands_in = own_person, own_stands_in
        return (duty, key, slot, opens, due, person, stands_in, department, school_class), given


def _reasons(setting: Setting, wanted: Expected, gone: Mapping[Key, int]) -> dict[int, Cancelled]:
    """Say for each task why it goes."""
    targets = {row[:2] for row in wanted.tasks}
    readings = {promise.duty for promise in setting.promises if promise.evidence == Evidence.READING}

    def why(key: Key) -> Cancelled:
        if key[0] not in wanted.duties:
            return Cancelled.WITHDRAWN
        if key[:2] not in targets:
            return Cancelled.TARGET_GONE
        return Cancelled.NEW_EDITION if key[0] in readings else Cancelled.NOT_THEN

    return {task_id: why(key) for key, task_id in gone.items()}
