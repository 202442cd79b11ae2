"""Those whom Tett has and the list hasn't: they end only when somebody says yes to that."""

from collections.abc import Iterator
from datetime import date, timedelta

from tett.roster.rules.known import Enrolled, Holding, Known, Trust, lives
from tett.roster.rules.plan.plan import Ending, Plan
from tett.roster.rules.said import OddRow, Told
from tett.roster.words import Kind, Mark

ABSENT: Told = (Mark.ABSENT, {})


class Unsure:
    """People who stand on a line that can't be used: by what they are known by, or by name."""

    def __init__(self, odd: list[OddRow], known: Known) -> None:
        """Find them."""
        self.people = {known.by_id[one] for row in odd for one in row.ids if one in known.by_id}
        self.names = {row.name.casefold() for row in odd if row.name}
        self.known = known

    def covers(self, person: int) -> bool:
        """Tell whether somebody may be one of them."""
        facts = self.known.people[person]
        return person in self.people or f"{facts.given} {facts.family}".casefold() in self.names


def end_students(present: set[int], unsure: Unsure, known: Known, plan: Plan) -> None:
    """End the places of students who aren't in the list of their year."""
    for person, rows in known.enrolments.items():
        for row in rows:
            if row.starts_in != known.starts_in or not lives(row.ends, known.today):
                continue
            plan.living += 1
            if person not in present and not _ends_already(row, known):
                _end_student(person, row, unsure, known, plan)


def _end_student(person: int, row: Enrolled, unsure: Unsure, known: Known, plan: Plan) -> None:
    by_hand = person not in known.from_lists or "enrolment" in known.corrected.get(person, ())
    if stays := _stays(person, unsure, by_hand=by_hand):
        plan.tell(0, _name(person, known), row.class_name, [stays], None)
        return
    last = _last_day(row.starts, known)
    plan.enrolment_ends.append(Ending(row.id, last, absent=True))
    told = [ABSENT, (Mark.LEFT, {"was": row.class_name, "day": last})]
    plan.touch(person, told, absent=True)
    plan.tell(0, _name(person, known), row.class_name, told, Kind.END)


def end_roles(confirmed: set[int], unsure: Unsure, known: Known, plan: Plan) -> None:
    """End the roles that a list gave and this one hasn't; those that were given by hand are nobody else's."""
    of_the_year = {place.id for place in known.classes.values()}
    for person, held in known.roles.items():
        for row in held:
            counts = row.listed and lives(row.ends, known.today) and row.class_id in {None, *of_the_year}
            plan.living += counts
            if counts and row.id not in confirmed and not _ends_already(row, known):
                _end_role(person, row, unsure, known, plan)


def _end_role(person: int, row: Holding, unsure: Unsure, known: Known, plan: Plan) -> None:
    if stays := _stays(person, unsure, by_hand=False):
        plan.tell(0, _name(person, known), "", [stays], None)
        return
    last = _last_day(row.starts, known)
    plan.role_ends.append(Ending(row.id, last, absent=True))
    told = [ABSENT, (Mark.ROLE_ENDED, {"role": row.role, "day": last})]
    plan.touch(person, told, absent=True)
    plan.tell(0, _name(person, known), "", told, Kind.END)


def end_rights(
    told: set[tuple[int, int]], students: set[int], sources: set[str], unsure: Unsure, known: Known, plan: Plan
) -> None:
    """End the rights that this list's sources gave before and no longer do, for the students it tells of."""
    for (guardian, student), row in _live_rights(known):
        counts = student in students and row.source in sources and guardian in known.from_lists
        plan.living += counts
        if not counts or (guardian, student) in told or _ends_already(row, known):
            continue
        if stays := _stays(guardian, unsure, by_hand=False):
            plan.tell(0, _name(guardian, known), "", [stays], None)
            continue
        last = _last_day(row.starts, known)
        plan.right_ends.append(Ending(row.id, last, absent=True))
        gone = [ABSENT, (Mark.RIGHT_ENDED, {"right": row.right, "student": _name(student, known), "day": last})]
        plan.touch(guardian, gone, absent=True)
        plan.tell(0, _name(guardian, known), "", gone, Kind.END)


def _live_rights(known: Known) -> Iterator[tuple[tuple[int, int], Trust]]:
    return ((pair, row) for pair, rows in known.trusts.items() for row in rows if lives(row.ends, known.today))


def _stays(person: int, unsure: Unsure, *, by_hand: bool) -> Told | None:
    if by_hand:
        return (Mark.ONLY_IN_TETT, {})
    return (Mark.ODD_KEPT, {}) if unsure.covers(person) else None


def _ends_already(row: Enrolled | Holding | Trust, known: Known) -> bool:
    """Tell whether something that began today ends today: it can't end before it began."""
    return row.ends is not None and row.ends <= _last_day(row.starts, known)


def _last_day(starts: date, known: Known) -> date:
    return max(starts, known.today - timedelta(days=1))


def _name(person: int, known: Known) -> str:
    facts = known.people[person]
    return f"{facts.given} {facts.family}"
