"""What adults are to students: only with a right and its source, and never against what somebody decided by hand."""

from datetime import timedelta

from tett.roster.rules.known import Known, Trust, lives
from tett.roster.rules.plan.plan import Ending, NewRight, Plan, Ref
from tett.roster.rules.said import Said, Told
from tett.roster.words import Mark

DAY = timedelta(days=1)


def plan_right(guardian: Ref, student: Ref, name: str, row: Said, known: Known, plan: Plan) -> tuple[list[Told], bool]:
    """Let an adult have a right; give what is told, and whether the list confirms what is in Tett."""
    trusts = known.trusts.get((guardian, student), [])
    live = [t for t in trusts if lives(t.ends, known.today)]
    same = next((t for t in live if t.right == row.right), None)
    if same is not None:
        return _keep(same, name, row, plan), True
    if row.ends and row.ends < known.today:
        return [], True
    if any(t.source != row.source for t in live) or any(_ended(t, row) for t in trusts if t not in live):
        return [(Mark.KEPT_BY_HAND, {"fields": ("right",)})], True
    first = row.starts or known.today
    for old in live:
        plan.right_ends.append(Ending(old.id, max(known.today - DAY, old.starts), absent=False))
        first = max(known.today, old.starts + DAY)
    plan.rights.append(NewRight(guardian, student, row.right, row.source, first, row.ends))
    return [(Mark.RIGHT, {"right": row.right, "student": name, "day": first})], True


def _ended(trust: Trust, row: Said) -> bool:
    """Tell whether this very right was ended before: a list doesn't give it back."""
    return (trust.right, trust.source) == (row.right, row.source)


def _keep(live: Trust, name: str, row: Said, plan: Plan) -> list[Told]:
    told: list[Told] = []
    if row.ends and row.ends != live.ends and row.ends >= live.starts:
        plan.right_ends.append(Ending(live.id, row.ends, absent=False))
        told.append((Mark.RIGHT_ENDED, {"right": live.right, "student": name, "day": row.ends}))
    return told
