"""Lists to read in, and reading them as the pages do."""

import io
from collections.abc import Iterable

import xlsxwriter

from tests.cast import NOW, World
from tett.people.models import Assignment, Contact, Enrolment, Guardianship, Identifier, Person, SchoolClass
from tett.people.rules.identifiers import national_number
from tett.roster.actions.check import check
from tett.roster.actions.receive import receive
from tett.roster.actions.write import confirm, write
from tett.roster.models import Import, Line
from tett.roster.words import Holds, State

STUDENTS = "Nummer;Fornavn;Etternavn;Fødselsdato;Klasse;Trinn;Avdeling;E-post;Adresse;Skjermet adresse"
STAFF = "Nummer;Fornavn;Etternavn;Rolle;Klasse;Avdeling;Til"
GUARDIANS = "Nummer;Fornavn;Etternavn;Elevens nummer;Rett;Kilde"
EVA = "1;Eva;Ny;01.05.2010;1NAA;;;eva@prove.invalid;;"
EMIL = "2;Emil;Ny;31.12.2009;1NAB;;;;;"
ELSE = "3;Else;Ny;02.02.2010;1XXA;Vg1;Naturbruk;;;"


def made_up_number(day: int) -> str:
    """Give a number of the kind that tests of public systems use: its month is 81, and its control digits are right."""
    wanted = (f"{day:02}8105{n:05}" for n in range(55_000, 56_000))
    return next(number for number in wanted if national_number(number))


def csv(head: str, *rows: str) -> bytes:
    """Write a list."""
    return "\n".join([head, *rows, ""]).encode()


def sheet(*rows: Iterable[object]) -> bytes:
    """Write a list as a workbook."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, list(row))
    return kept.getvalue()


def looked_over(world: World, data: bytes, holds: Holds | None = None, by: str = "rita", year: int = 2026) -> Import:
    """Send a list, and let it be read."""
    rita = world.actor(by)
    imported = receive(world.school, year, [("liste.csv", data)], holds, by=rita, at=NOW)
    return check(imported, by=rita, at=NOW)


def read_in(world: World, data: bytes, *, end: bool = False, sure: bool = False, by: str = "rita") -> Import:
    """Send a list, say yes to all of it, and let it be written."""
    imported = looked_over(world, data, by=by)
    assert imported.state == State.READY, imported.refusal
    rita = world.actor(by)
    return write(confirm(imported, end_absent=end, sure=sure, by=rita, at=NOW), by=rita, at=NOW)


def told(imported: Import) -> dict[str, list[str]]:
    """Give the marks of each line by name."""
    rows = Line.objects.filter(imported=imported).order_by("number")
    return {row.name or str(row.line): [mark for mark, _ in row.told] for row in rows}


def odd_lines(imported: Import) -> dict[int, list[str]]:
    """Give the marks of each line that can't be used, by its number."""
    rows = Line.objects.filter(imported=imported, kind="odd").order_by("number")
    return {row.line: [mark for mark, _ in row.told] for row in rows}


def everything(world: World) -> list[list[tuple[object, ...]]]:
    """Give what Tett knows of people, the numbers of the rows aside, so that two ways there can be compared."""
    name = ("person__given_name", "person__family_name")
    student = ("student__given_name", "student__family_name")
    rows = [
        Person.objects.values_list("given_name", "family_name", "preferred_name", "birth_date", "language", "sort_key",
                                   "found_by", "protected_address"),
        Contact.objects.values_list(*name, "email", "phone", "address"),
        Identifier.objects.values_list(*name, "kind", "value", "source"),
        SchoolClass.objects.values_list("name", "level", "programme", "department__name", "starts_in"),
        Enrolment.objects.values_list(*student, "school_class__name", "starts", "ends", "basis", "lodging"),
        Assignment.objects.values_list(*name, "role", "school_class__name", "department__name", "starts", "ends"),
        Guardianship.objects.values_list("guardian__given_name", *student, "right", "source", "starts", "ends"),
    ]  # fmt: skip
    return [sorted(map(tuple, some), key=repr) for some in rows]
