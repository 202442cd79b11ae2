"""Who answers for what on which day, asked once for all that have the same answer."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from tett.access.words import GROUP_ROLES, LEADERS
from tett.people.rules.standing import Holder, Roster
from tett.year.rules.times import Span

Bearers = tuple[str, ...]
DAY = timedelta(days=1)


class Holders:
    """The holders of a school's roles from today on.

    What is open is today's holder's; what opens later is that day's. Between the days when somebody takes or leaves a
    role that matters, the answer is the same.
    """

    def __init__(self, roster: Roster, today: date) -> None:
        self.roster = roster
        self.today = today
        self._shifts: dict[Bearers, list[date]] = {}
        self._found: dict[tuple[object, ...], Holder] = {}

    def runs(self, bearers: Bearers, spans: Sequence[Span]) -> Iterator[tuple[date, Sequence[Span]]]:
        """Cut occurrences into stretches in which the same person answers, each with a day to ask for."""
        shifts = self._shifts_of(bearers)
        if not shifts:
            yield self.today, spans
            return
        for _, run in groupby(spans, key=lambda span: bisect_right(shifts, max(span.opens, self.today))):
            own = tuple(run)
            yield max(own[0].opens, self.today), own

    def holder(self, bearers: Bearers, day: date, class_id: int | None, department_id: int | None) -> Holder:
        """Say who answers: the first of the bearers whose role somebody holds, else the leader above."""
        key = (bearers, bisect_right(self._shifts_of(bearers), day), class_id, department_id)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._ask(bearers, day, class_id, department_id)
        return found

    def _ask(self, bearers: Bearers, day: date, class_id: int | None, department_id: int | None) -> Holder:
        for bearer in bearers:
            holder = self.roster.holder(bearer, day, class_id=class_id, department_id=department_id)
            if not holder.stands_in:
                return holder
        row = self.roster.class_by_id.get(class_id) if class_id else None
        return Holder(self.roster.leader_above(day, row.department_id if row else department_id), stands_in=True)

    def _shifts_of(self, bearers: Bearers) -> list[date]:
        """Give the days after today on which somebody takes or has left a role that answers."""
        found = self._shifts.get(bearers)
        if found is None:
            roles = {*LEADERS, *(role for bearer in bearers for role in GROUP_ROLES.get(bearer, (bearer,)))}
            rows = [row for row in self.roster.held if row.role in roles]
            days = {row.starts for row in rows} | {row.ends + DAY for row in rows if row.ends}
            found = self._shifts[bearers] = sorted(day for day in days if day > self.today)
        return found
