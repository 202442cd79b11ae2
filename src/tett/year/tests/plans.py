"""Small plans that are adopted without a document, and laid out, for tests of what becomes of them."""

from datetime import UTC, date, datetime
from typing import Any

from tests.cast import NOW, World
from tett.access.words import Group, Role
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.plan.models import Commitment, Edition, Passage, Section
from tett.plan.words import Audience, EditionState, Evidence, PassageKind, Review
from tett.tasks.models import Task
from tett.year.actions import unfold
from tett.year.models import Unfolding

#: A Monday before school begins, and one in November.
AUGUST = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 9, 7, 0, tzinfo=UTC)

#: What the promises of the small plan say; a test takes those it is about.
ROWS: dict[str, dict[str, Any]] = {
    "A1": {"bearer": Group.STAFF, "audience": Audience.STAFF, "rhythm": Rhythm.UNKNOWN, "evidence": Evidence.READING},
    "A2": {"bearer": Group.STAFF, "audience": Audience.STAFF, "rhythm": Rhythm.ALWAYS, "evidence": Evidence.ALWAYS},
    "K1": {"rhythm": Rhythm.SCHOOL_START},
    "K2": {"audience": Audience.STUDENT, "schedule": Schedule(Rhythm.MONTHS, months=((10, 11),)), "evidence": "talk"},
    "K3": {"rhythm": Rhythm.WEEKS},
    "D1": {"bearer": Role.DEPARTMENT_HEAD, "schedule": Schedule(Rhythm.MONTHS, months=((10, 10),))},
    "D4": {"bearer": Role.DEPARTMENT_HEAD, "audience": Audience.NEW_STAFF, "rhythm": Rhythm.ON_ARRIVAL},
    "E1": {"bearer": Group.STUDENTS, "audience": Audience.STUDENT, "rhythm": Rhythm.ALWAYS, "evidence": "always"},
    "F1": {"bearer": Group.LEADERSHIP, "audience": Audience.SCHOOL, "rhythm": Rhythm.ALWAYS, "evidence": "published"},
    "F6": {"bearer": Role.PUBLIC_HEALTH, "audience": Audience.SCHOOL, "rhythm": Rhythm.MONTHLY},
    "R4": {"bearer": Role.PRINCIPAL, "audience": Audience.SCHOOL, "rhythm": Rhythm.UNKNOWN},
}


def lay_out(world: World, at: datetime = AUGUST) -> Unfolding:
    """Let the principal lay out the year at some time."""
    return unfold(world.school, 2026, by=world.actor("rita", at), at=at)


def tasks(world: World, code: str, **only: object) -> list[Task]:
    """Give the tasks of a promise, by target and day."""
    rows = Task.objects.filter(duty__school=world.school, duty__title=f"Løfte {code}", **only)
    return list(rows.order_by("target_key", "due", "pk"))


def adopted(world: World, *codes: str, number: int = 1, **changed: dict[str, Any]) -> Edition:
    """Put a plan with these promises in force, replacing the one before; ``changed`` says by code what is otherwise."""
    Edition.objects.filter(school=world.school, state=EditionState.ADOPTED).update(state=EditionState.REPLACED)
    return written(world, *codes, number=number, state=EditionState.ADOPTED, **changed)


def written(world: World, *codes: str, number: int, state: EditionState, **changed: dict[str, Any]) -> Edition:
    """Write an edition with these promises."""
    in_force = {"adopted_at": NOW, "in_force_from": date(2026, 8, 10)} if state == EditionState.ADOPTED else {}
    edition = Edition.objects.create(
        school=world.school, number=number, title="Plan", text="", state=state, read_at=NOW, **in_force
    )
    section = Section.objects.create(edition=edition, number=1, heading="Roller", letter="K")
    for order, code in enumerate(codes, 1):
        _promise(edition, section, order, code, {**ROWS[code], **changed.get(code, {})})
    return edition


def _promise(edition: Edition, section: Section, order: int, code: str, row: dict[str, Any]) -> Commitment:
    text = row.get("text", f"Løftet {code} står her.")
    passage = Passage.objects.create(
        edition=edition, section=section, number=order, kind=PassageKind.BULLET, text=text, starts=0, ends=len(text)
    )
    schedule = row.get("schedule") or Schedule(row["rhythm"])
    return Commitment.objects.create(
        edition=edition, code=code, order=order, title=f"Løfte {code}", text=text, passage=passage,
        bearer=row.get("bearer", Role.CONTACT_TEACHER), audience=row.get("audience", Audience.SCHOOL_CLASS),
        levels=row.get("levels", []), schedule=schedule.as_data(),
        evidence=row.get("evidence", Evidence.CONFIRMATION), review=Review.ACCEPTED,
    )  # fmt: skip
