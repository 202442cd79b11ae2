"""What staff are, and where it counts."""

from datetime import date

from tett.access.words import Role
from tett.roster.rules.known import Holding, Known, lives
from tett.roster.rules.plan.places import Places
from tett.roster.rules.plan.plan import Ending, NewRole, Plan, Ref
from tett.roster.rules.said import Said, Told
from tett.roster.words import Mark

NEEDS_CLASS, NEEDS_DEPARTMENT = frozenset({Role.CONTACT_TEACHER}), frozenset({Role.DEPARTMENT_HEAD})


def role_problem(row: Said, places: Places) -> Told | None:
    """Tell why a role can't be given as the list says, if it can't."""
    if row.role in NEEDS_CLASS and not row.class_name:
        return (Mark.ROLE_NEEDS_CLASS, {"role": row.role})
    if row.role in NEEDS_DEPARTMENT and not row.department:
        return (Mark.ROLE_NEEDS_DEPARTMENT, {"role": row.role})
    if row.department and not row.class_name and not places.has_department(row.department):
        return (Mark.UNKNOWN_DEPARTMENT, {"name": row.department})
    return places.problem(row)


def plan_role(who: Ref, row: Said, known: Known, plan: Plan) -> tuple[list[Told], int | None]:
    """Let somebody have a role; give what is told, and the row in Tett that the list confirms."""
    class_key, department_key = row.class_name.casefold(), "" if row.class_name else row.department.casefold()
    scope = _scope(class_key, department_key, known)
    held = [] if scope is None else [h for h in known.roles.get(who, ()) if _is(h, row.role, scope)]
    live = next((h for h in held if lives(h.ends, known.today)), None)
    if live is not None:
        return _keep(live, row, known, plan), live.id
    if row.ends and row.ends < known.today:
        return [], None
    if any(h.listed for h in held):
        return [(Mark.ENDED_BY_HAND, {"role": row.role})], None
    first = _first_day(row, known)
    plan.roles.append(NewRole(who, row.role, class_key, department_key, first, row.ends))
    return [(Mark.ROLE, {"role": row.role, "where": row.class_name or row.department, "day": first})], None


def _keep(live: Holding, row: Said, known: Known, plan: Plan) -> list[Told]:
    if row.ends is None or row.ends == live.ends or row.ends < live.starts:
        return []
    plan.role_ends.append(Ending(live.id, row.ends, absent=False))
    mark = Mark.ROLE_ENDED if row.ends < known.today else Mark.ROLE_UNTIL
    return [(mark, {"role": row.role, "day": row.ends})]


def _scope(class_key: str, department_key: str, known: Known) -> tuple[int | None, int | None] | None:
    """Give the class and the department in Tett, or None when one of them is new."""
    if class_key:
        return (known.classes[class_key].id, None) if class_key in known.classes else None
    if department_key:
        return (None, known.departments[department_key][0]) if department_key in known.departments else None
    return (None, None)


def _is(held: Holding, role: str, scope: tuple[int | None, int | None]) -> bool:
    return held.role == role and (held.class_id, held.department_id) == scope


def _first_day(row: Said, known: Known) -> date:
    """Give the day the list says, else the year's first, else today: when lists have given roles before."""
    if row.starts:
        return max(row.starts, known.begins) if row.class_name else row.starts
    return max(known.today, known.begins) if known.staffed else known.begins
