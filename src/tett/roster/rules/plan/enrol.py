"""Where a student goes: in, on, out, back."""

from datetime import date, timedelta

from tett.roster.rules.known import Enrolled, Known, lives
from tett.roster.rules.plan.plan import Ending, NewEnrolment, Plan, Ref
from tett.roster.rules.said import Said, Told
from tett.roster.words import Mark

DAY = timedelta(days=1)
BASIS, LODGING = "ch5", "home"


def plan_enrolment(who: Ref, row: Said, known: Known, plan: Plan) -> list[Told]:
    """Let a student be where the list says, and tell what that changes."""
    rows = known.enrolments.get(who, [])
    own = [one for one in rows if one.starts_in == known.starts_in]
    live = next((one for one in own if lives(one.ends, known.today)), None)
    if "enrolment" in known.corrected.get(who, ()):
        there = live is not None and live.class_name.casefold() == row.class_name.casefold()
        return [] if there else [(Mark.KEPT_BY_HAND, {"fields": ("enrolment",)})]
    if row.ends and row.ends < known.today:
        return _leaves(live, row.ends, plan)
    if live is None:
        return _comes(who, row, known, plan, rows, again=bool(own))
    if live.class_name.casefold() != row.class_name.casefold():
        return _moves(who, live, row, known, plan)
    return _stays(live, row, known, plan, alone=len(own) == 1)


def _leaves(live: Enrolled | None, ends: date, plan: Plan) -> list[Told]:
    if live is None:
        return []
    last = max(ends, live.starts)
    plan.enrolment_ends.append(Ending(live.id, last, absent=False))
    return [(Mark.LEFT, {"was": live.class_name, "day": last})]


def _comes(who: Ref, row: Said, known: Known, plan: Plan, rows: list[Enrolled], *, again: bool) -> list[Told]:
    """Enrol somebody who isn't in a class this year; whoever is still in last year's leaves it the day before."""
    first = _first_day(row, known, again=again)
    for old in rows:
        if old.starts_in != known.starts_in and lives(old.ends, first):
            plan.enrolment_ends.append(Ending(old.id, max(first - DAY, old.starts), absent=False))
    plan.enrolments.append(
        NewEnrolment(who, row.class_name.casefold(), first, row.ends, row.basis or BASIS, row.lodging or LODGING)
    )
    return [(Mark.RETURNS if again else Mark.ENROLLED, {"to": row.class_name, "day": first})]


def _first_day(row: Said, known: Known, *, again: bool) -> date:
    """Give the day the list says, else the year's first, else today: when the year's list has been read in before."""
    said = row.starts if row.starts and row.starts >= known.begins else None
    if again:
        return said if said and said >= known.today else known.today
    if said or not known.begun:
        return said or known.begins
    return max(known.begins, known.today)


def _moves(who: Ref, live: Enrolled, row: Said, known: Known, plan: Plan) -> list[Told]:
    """Move from the day the list says, if that is after the last move, else from today."""
    first = row.starts if row.starts and row.starts > live.starts else max(known.today, known.begins)
    basis, lodging = row.basis or live.basis, row.lodging or live.lodging
    key = row.class_name.casefold()
    if first <= live.starts:
        plan.enrolment_facts.append((live.id, {"class_key": key, "basis": basis, "lodging": lodging, "ends": row.ends}))
        first = live.starts
    else:
        plan.enrolment_ends.append(Ending(live.id, first - DAY, absent=False))
        plan.enrolments.append(NewEnrolment(who, key, first, row.ends, basis, lodging))
    return [(Mark.MOVED, {"was": live.class_name, "to": row.class_name, "day": first})]


def _stays(live: Enrolled, row: Said, known: Known, plan: Plan, *, alone: bool) -> list[Told]:
    changed: dict[str, object] = {}
    told: list[Told] = []
    if row.basis and row.basis != live.basis:
        changed["basis"] = row.basis
        told.append((Mark.BASIS, {"to": row.basis}))
    if row.lodging and row.lodging != live.lodging:
        changed["lodging"] = row.lodging
        told.append((Mark.LODGING, {"to": row.lodging}))
    # The day in the list is when the student came to the school; who has moved since began in the class later.
    last = row.ends or live.ends or known.stops
    if alone and row.starts and row.starts != live.starts and known.begins <= row.starts <= last:
        changed["starts"] = row.starts
    if row.ends and row.ends != live.ends and row.ends >= live.starts:
        changed["ends"] = row.ends
    if not row.ends and live.ends == live.starts:
        changed["ends"] = None  # taken out on the day it began, and back in the list
    if "starts" in changed or "ends" in changed:
        told.append((Mark.PERIOD, {}))
    if changed:
        plan.enrolment_facts.append((live.id, changed))
    return told
