"""What was shown, confirmed and written: all of it in one transaction, or nothing."""

from datetime import datetime
from typing import Any

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record, record_rows
from tett.base.actions import insert_rows
from tett.base.memory import many_things
from tett.base.rules import Refusal
from tett.people.actions import many, roster_changed
from tett.people.models import Assignment, Department, Enrolment, Guardianship, Person, School, SchoolClass
from tett.roster import words
from tett.roster.actions.check import planned, seal, show, told_of
from tett.roster.actions.steps import become, held, let_go
from tett.roster.models import Import, Listed
from tett.roster.queries.known import public_ids_of
from tett.roster.rules.plan import Plan
from tett.roster.words import State


@transaction.atomic
def confirm(imported: Import, *, end_absent: bool, sure: bool, by: Actor, at: datetime) -> Import:
    """Say yes to what was shown. Those who only aren't in the list stay, unless somebody says that they shall end."""
    row = held(imported, by)
    if row.state == State.WRITING:
        return row
    if row.state != State.READY:
        raise Refusal(words.NOT_READY if row.state == State.CHECKING else words.NOTHING_LEFT)
    if row.unusual and not sure and (end_absent or not row.absent):
        raise Refusal(words.TICK_ENDS.format(number=row.ended))
    row.end_absent = end_absent
    return become(row, State.WRITING, at, "end_absent")


def write(imported: Import, *, by: Actor, at: datetime) -> Import:
    """Write what was confirmed; if Tett has changed meanwhile, show it anew instead. Twice is once."""
    with many_things(), transaction.atomic():
        row = held(imported, by)
        if row.state != State.WRITING:
            return row
        School.objects.select_for_update(of=("self",), no_key=True).get(pk=row.school_id)
        reading, plan = planned(row, by)
        if seal(plan, told_of(plan)) != row.seen:
            row.refusal = str(words.CHANGED_MEANWHILE)
            return show(row, reading, plan, at)
        plan = plan if row.end_absent else plan.without_absent()
        _tell(row, plan, _write(row, plan, reading.source, by), by, at)
        let_go(row)
        return become(row, State.DONE, at)


def _write(row: Import, plan: Plan, source: str, by: Actor) -> dict[int, str]:
    """Write in the order in which rows lean on each other; give the public ids of those who are new.

    What ends goes before what begins.
    """
    school, owner = row.school, row.school.owner_id
    for name in plan.departments:
        Department.objects.create(school=school, name=name)
    departments = {
        name.casefold(): pk for pk, name in Department.objects.filter(school=school).values_list("pk", "name")
    }
    SchoolClass.objects.bulk_create(
        SchoolClass(
            school=school, department_id=departments[new.department.casefold()], starts_in=row.starts_in,
            level=new.level, programme=new.programme, name=new.name,
        )
        for new in plan.classes
    )  # fmt: skip
    rows = SchoolClass.objects.filter(school=school, starts_in=row.starts_in)
    classes = {name.casefold(): pk for pk, name in rows.values_list("pk", "name")}
    added = many.add_people(owner, [many.Named(*new) for new in plan.people], by=by)
    numbers = _Numbers([pk for pk, _ in added])
    _write_people(plan, numbers, owner, source, by)
    _write_ends(plan, by)
    _write_students(plan, numbers, school, classes, by)
    _write_roles(plan, numbers, school, classes, departments, by)
    many.add_rights([(numbers[r.guardian], numbers[r.student], *r[2:]) for r in plan.rights], by=by)
    return {-number: public_id for number, (_, public_id) in enumerate(added, 1)}


class _Numbers:
    """What people go by in the plan, and their numbers in Tett."""

    def __init__(self, added: list[int]) -> None:
        self.added = added

    def __getitem__(self, ref: int) -> int:
        return ref if ref > 0 else self.added[-ref - 1]


def _write_people(plan: Plan, numbers: _Numbers, owner: int, source: str, by: Actor) -> None:
    many.change_people(plan.facts, by=by)
    many.protect_people(plan.protect, by=by)
    known = [ref for ref, _, _ in plan.reach if ref > 0]
    many.set_contacts([(numbers[ref], *how) for ref, how, _ in plan.reach], known, by=by)
    many.drop_identifiers([(pk, *one) for pk, one in plan.dropped_ids], by=by)
    many.add_identifiers(owner, source, [(numbers[ref], *one) for ref, one in plan.ids], by=by)


def _write_ends(plan: Plan, by: Actor) -> None:
    many.end_rows([one[:2] for one in plan.enrolment_ends], Enrolment, by=by)
    many.end_rows([one[:2] for one in plan.role_ends], Assignment, by=by)
    many.end_rows([one[:2] for one in plan.right_ends], Guardianship, by=by)
    # What a list has ended a list may give again; what people have ended it may not.
    Listed.objects.filter(pk__in=[one.id for one in plan.role_ends]).delete()


def _write_students(plan: Plan, numbers: _Numbers, school: School, classes: dict[str, int], by: Actor) -> None:
    many.add_enrolments([(numbers[e.who], school.pk, classes[e.class_key], *e[2:]) for e in plan.enrolments], by=by)
    changes = [
        (pk, {("school_class" if k == "class_key" else k): classes[v] if k == "class_key" else v for k, v in f.items()})
        for pk, f in plan.enrolment_facts
    ]
    many.change_enrolments(changes, by=by)


def _write_roles(
    plan: Plan, numbers: _Numbers, school: School, classes: dict[str, int], departments: dict[str, int], by: Actor
) -> None:
    rows = [
        (
            numbers[r.who], r.role, school.owner_id, school.pk, departments.get(r.department_key),
            classes.get(r.class_key), r.starts, r.ends,
        )
        for r in plan.roles
    ]  # fmt: skip
    insert_rows(Listed, ("assignment",), [(pk,) for pk in many.add_roles(rows, by=by)])


def _tell(row: Import, plan: Plan, added: dict[int, str], by: Actor, at: datetime) -> None:
    """Record the whole in one line and each person in one of their own, and let the year follow once."""
    facts = {name: getattr(row, name) for name in ("added", "changed", "ended", "odd", "absent", "end_absent")}
    record("list.read_in", row, by=by, at=at, facts=facts)
    ids = added | public_ids_of(by, [who for who, _, _ in plan.touched if who > 0])
    rows: list[tuple[str, int | None, dict[str, Any]]] = [
        (ids[who], row.school_id, {"list": row.public_id, "marks": marks}) for who, marks, _ in plan.touched
    ]
    record_rows("person.read_in", Person, rows, by=by, at=at)
    school_id = row.school_id
    transaction.on_commit(lambda: roster_changed.send(sender=School, school_id=school_id, at=at))
