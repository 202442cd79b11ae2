"""From what a list says and what Tett knows to everything that would change."""

from dataclasses import dataclass, field

from tett.roster.rules.known import Known
from tett.roster.rules.people import Group, grouped
from tett.roster.rules.plan.absent import Unsure, end_rights, end_roles, end_students
from tett.roster.rules.plan.enrol import plan_enrolment
from tett.roster.rules.plan.facts import add_person, change_person
from tett.roster.rules.plan.match import Match, Matcher
from tett.roster.rules.plan.places import Places
from tett.roster.rules.plan.plan import Line, Plan, Ref
from tett.roster.rules.plan.rights import plan_right
from tett.roster.rules.plan.roles import plan_role, role_problem
from tett.roster.rules.said import Id, OddRow, Reading, Said, Told
from tett.roster.words import Holds, Kind, Mark

ENDS = frozenset({Mark.LEFT, Mark.ROLE_ENDED, Mark.RIGHT_ENDED})


@dataclass
class _Work:
    """What is needed while the list is gone through."""

    known: Known
    plan: Plan
    places: Places
    odd: list[OddRow]
    refs: dict[Id, Ref]
    #: What the list has said of students so far.
    students: dict[Ref, Said] = field(default_factory=dict)
    present: set[Ref] = field(default_factory=set)
    confirmed_roles: set[int] = field(default_factory=set)
    confirmed_rights: set[tuple[Ref, Ref]] = field(default_factory=set)
    told_of: set[Ref] = field(default_factory=set)


def make_plan(reading: Reading, known: Known) -> Plan:
    """Compare row by row; the order of the rows makes no difference."""
    groups, contradictions = grouped(reading.rows)
    plan = Plan()
    work = _Work(known, plan, Places(known, plan), [*reading.odd, *contradictions], dict(known.by_id))
    work.places.open(groups)
    matcher = Matcher(known, groups)
    for group in sorted(groups, key=_follows):
        _one(group, matcher.match(group), work)
    _absent(reading, work)
    for row in work.odd:
        plan.tell_odd(row)
    plan.lines.sort(key=_place_of)
    return plan


def _place_of(line: Line) -> tuple[int, str, int, str, str]:
    """Tell of new places first, then of the list's lines, then of those who aren't in it."""
    first = 1 if line.line else 0 if line.told[0][0] in {Mark.NEW_CLASS, Mark.NEW_DEPARTMENT} else 2
    return (first, line.file, line.line, line.name, line.where)


def _follows(group: Group) -> bool:
    """Let guardians come after the students they follow."""
    return group.rows[0].holds == Holds.GUARDIANS


def _one(group: Group, match: Match, work: _Work) -> None:
    rows = [row for row in group.rows if not _is_odd(row, work)]
    if match.odd:
        work.odd += [OddRow(row.line, row.name, match.told, row.ids, row.file) for row in rows]
        rows = []
    if match.person is not None:
        work.present.add(match.person)
    if not rows:
        return
    who, told, kind = _person(group.who, match, work)
    before = len(told)
    for row in rows:
        told += _place(who, row, work)
    if not (told or group.notes):
        work.plan.same += 1
        return
    kind = kind or _kind_of(told, before)
    if kind is not None:
        work.plan.touch(who, told)
    work.plan.tell(rows[0].line, group.who.name, _where(rows), [*told, *group.notes], kind, rows[0].file)


def _kind_of(told: list[Told], before: int) -> Kind | None:
    """Tell what the line as a whole would do to somebody who is in Tett."""
    changes = [mark for mark, _ in told if mark not in NOTES]
    if not changes:
        return None
    if changes[0] in ARRIVES and not before:
        return Kind.ADD
    return Kind.END if not before and set(changes) <= ENDS else Kind.CHANGE


ARRIVES = frozenset({Mark.ENROLLED, Mark.RETURNS})
NOTES = frozenset({Mark.KEPT_BY_HAND, Mark.ENDED_BY_HAND, Mark.PROTECTED_KEPT, Mark.TWIN})


def _where(rows: list[Said]) -> str:
    if len(rows) == 1:
        return rows[0].class_name
    return ", ".join(sorted({row.class_name for row in rows if row.class_name}))


def _is_odd(row: Said, work: _Work) -> bool:
    problem = _problem(row, work)
    if problem is not None:
        work.odd.append(OddRow(row.line, row.name, (problem,), row.ids, row.file))
    return problem is not None


def _problem(row: Said, work: _Work) -> Told | None:
    if row.holds == Holds.GUARDIANS:
        found = {work.refs[one] for one in row.student if one in work.refs}
        there = len(found) == 1 and all(_is_student(ref, work) for ref in found)
        return None if there else (Mark.UNKNOWN_STUDENT, {})
    if row.holds == Holds.STAFF:
        return role_problem(row, work.places)
    for day in (row.starts, row.ends):
        if day and ((day > work.known.stops) if day is row.starts else (day < work.known.begins)):
            return (Mark.OUTSIDE_YEAR, {"day": day, "year": work.known.starts_in})
    return work.places.problem(row)


def _person(who: Said, match: Match, work: _Work) -> tuple[Ref, list[Told], Kind | None]:
    """Find or make the person; give what is told of them."""
    if match.person is None:
        ref = add_person(who, work.plan)
        work.present.add(ref)
        told: list[Told] = [(Mark.NEW_PERSON, {})]
    else:
        ref = match.person
        told = [*match.told, *change_person(ref, who, work.known, work.plan)]
    if match.new_ids:
        work.plan.ids += [(ref, one) for one in match.new_ids]
        work.plan.dropped_ids += [(ref, one) for one in match.old_ids]
        work.refs.update(dict.fromkeys(match.new_ids, ref))
    return ref, told, Kind.ADD if match.person is None else None


def _place(who: Ref, row: Said, work: _Work) -> list[Told]:
    if row.holds == Holds.STUDENTS:
        work.students[who] = row
        return plan_enrolment(who, row, work.known, work.plan)
    if row.holds == Holds.STAFF:
        told, confirmed = plan_role(who, row, work.known, work.plan)
        work.confirmed_roles.update(() if confirmed is None else (confirmed,))
        return told
    student = next(work.refs[one] for one in row.student if one in work.refs)
    told, _ = plan_right(who, student, _student_name(student, work), row, work.known, work.plan)
    work.confirmed_rights.add((who, student))
    work.told_of.add(student)
    return told


def _absent(reading: Reading, work: _Work) -> None:
    """End those whom the list no longer has; next year's list says nothing of who is here now."""
    known, plan = work.known, work.plan
    if known.begins > known.today:
        return
    unsure = Unsure(work.odd, known)
    if Holds.STUDENTS in reading.holds:
        end_students(work.present, unsure, known, plan)
    if Holds.STAFF in reading.holds:
        end_roles(work.confirmed_roles, unsure, known, plan)
    if Holds.GUARDIANS in reading.holds:
        sources = {row.source for row in reading.rows if row.holds == Holds.GUARDIANS}
        end_rights(work.confirmed_rights, work.told_of, sources, unsure, known, plan)


def _is_student(ref: Ref, work: _Work) -> bool:
    return ref in work.students or ref in work.known.enrolments


def _student_name(ref: Ref, work: _Work) -> str:
    """Give a student's name as the list writes it, else as Tett does."""
    known = work.students.get(ref) or work.known.people[ref]
    return f"{known.given} {known.family}"
