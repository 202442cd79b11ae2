"""Reading a list of 15,000 students in, again unchanged, and storing the same rows with no thought at all."""

import csv
import io
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from bench.measure import cost, peak_megabytes
from bench.schools import NOW, STARTS_IN
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.actions import insert_rows
from tett.base.models import new_public_ids
from tett.people.models import Assignment, Contact, Enrolment, Identifier, Login, Owner, Person, School, SchoolClass
from tett.people.queries import actor_for
from tett.roster.actions.check import check
from tett.roster.actions.receive import receive
from tett.roster.actions.write import confirm, write
from tett.roster.models import Import, Line

STUDENTS, IN_CLASS = 15_000, 25
HEAD = ("Nummer", "Feide-navn", "Fornavn", "Etternavn", "Fødselsdato", "Klasse", "Trinn", "Avdeling", "E-post")
GIVEN, FAMILY = 400, 1500
PERSON = ("public_id", "owner", "given_name", "family_name", "preferred_name", "birth_date", "language",
          "protected_address", "sort_key", "found_by")  # fmt: skip


def roster_build() -> dict[str, Any]:
    """Make the tables, and a school with a principal and nobody else."""
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    owner = Owner.objects.create(name="Bench", slug="bench")
    school = School.objects.create(owner=owner, name="Bench", short_name="Bench", slug="bench-school")
    person = Person.objects.create(owner=owner, given_name="Rita", family_name="Bench", sort_key="bench rita")
    Assignment.objects.create(person=person, role=Role.PRINCIPAL, owner=owner, school=school, starts=date(2026, 8, 1))
    Login.objects.create(person=person, username="rita")
    return {}


def students() -> list[tuple[str, ...]]:
    """Give the list."""
    return [
        (
            str(10_000 + n), f"elev{n}@bench.invalid", f"Fornavn{n % GIVEN}", f"Etternavnå{n % FAMILY}",
            f"{n % 28 + 1:02}.{n % 12 + 1:02}.2010", f"1K{n // IN_CLASS}", "Vg1", "Avdeling",
            f"elev{n}@bench.invalid",
        )
        for n in range(STUDENTS)
    ]  # fmt: skip


def as_file() -> bytes:
    """Write it as a program would."""
    kept = io.StringIO()
    csv.writer(kept, delimiter=";").writerows([HEAD, *students()])
    return kept.getvalue().encode("utf-8-sig")


def roster() -> dict[str, Any]:
    """Read the list in, and again; count what each wrote."""
    data = as_file()
    found: dict[str, Any] = {}
    with cost() as took:
        imported = _looked_over(data)
    found["check"] = asdict(took)
    by = actor_for(Login.objects.get(), NOW)
    with cost() as took:
        write(confirm(imported, end_absent=False, sure=False, by=by, at=NOW), by=by, at=NOW)
    found["write"], found["rows"] = asdict(took), _rows()
    with cost() as took:
        again = _looked_over(data)
    found["again"], found["written_again"] = asdict(took), _rows() - found["rows"] + int(again.writes)
    return {**found, "peak": peak_megabytes()}


def _looked_over(data: bytes) -> Import:
    by = actor_for(Login.objects.get(), NOW)
    return check(receive(School.objects.get(), STARTS_IN, [("a.csv", data)], by=by, at=NOW), by=by, at=NOW)


def _rows() -> int:
    tables = (Person, Contact, Identifier, Enrolment, SchoolClass, Event, Line)
    lists = Event.objects.filter(what="list.received").count()
    return sum(table.objects.count() for table in tables) - lists


def roster_floor() -> dict[str, Any]:
    """Store as many people and enrolments, then everything else that the import stores, bare."""
    call_command("flush", verbosity=0, interactive=False)
    roster_build()
    owner, school = Owner.objects.get().pk, School.objects.get()
    department = school.departments.create(name="Bench")
    place = SchoolClass.objects.create(
        school=school, department=department, starts_in=STARTS_IN, level="vg1", programme="x", name="x"
    )
    people = [(key, owner, row[2], row[3], "", "2010-05-01", "nb", False, f"{row[3]} {row[2]}", f" {row[2]} {row[3]}")
              for key, row in zip(new_public_ids(STUDENTS), students(), strict=True)]  # fmt: skip
    with cost() as core, transaction.atomic():
        insert_rows(Person, PERSON, people)
        ids = list(Person.objects.filter(birth_date__isnull=False).values_list("pk", flat=True))
        insert_rows(
            Enrolment, ("public_id", "student", "school", "school_class", "starts", "basis", "lodging"),
            [(key, pk, school.pk, place.pk, "2026-08-01", "ch5", "home")
             for key, pk in zip(new_public_ids(STUDENTS), ids, strict=True)],
        )  # fmt: skip
    with cost() as rest, transaction.atomic():
        _store_the_rest(owner, ids)
    return {"core": asdict(core), "rest": asdict(rest)}


def _store_the_rest(owner: int, ids: list[int]) -> None:
    names = [row[1] for row in students()]
    insert_rows(
        Contact, ("person", "email", "phone", "address"), [(pk, n, "", "") for pk, n in zip(ids, names, strict=True)]
    )
    for kind in ("feide", "own"):
        rows = [(key, owner, pk, kind, name, "list")
                for key, pk, name in zip(new_public_ids(STUDENTS), ids, names, strict=True)]  # fmt: skip
        insert_rows(Identifier, ("public_id", "owner", "person", "kind", "value", "source"), rows)
    moment = connection.ops.adapt_datetimefield_value(NOW)
    events = [(n, moment, "x", "people.Person", "x" * 16, "{}", "x" * 64, "x" * 64) for n in range(1, STUDENTS + 1)]
    insert_rows(Event, ("serial", "at", "what", "thing", "thing_id", "facts", "previous", "link"), events)
