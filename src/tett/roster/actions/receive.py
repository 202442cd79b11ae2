"""Taking a list in, and saying what its columns are."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.memory import many_things
from tett.base.rules import Refusal
from tett.documents.tables import read_table
from tett.people.models import Department, School
from tett.roster import words
from tett.roster.actions.steps import ask_for, become, held
from tett.roster.models import Heading, Import, Upload
from tett.roster.queries.reading import header_of, headings_of
from tett.roster.rules.bundles import Files, opened, packed
from tett.roster.rules.columns import BY_FIELD
from tett.roster.rules.headings import guess, known, missing, plain_heading, understood
from tett.roster.words import Format, Holds, State

LONGEST_HEADING = 120


@transaction.atomic
def receive(
    school: School,
    starts_in: int,
    sent: Sequence[tuple[str, bytes]],
    holds: Holds | None = None,
    department: Department | None = None,
    *,
    by: Actor,
    at: datetime,
) -> Import:
    """Take in what was sent; a file that can't be read is refused at once, and nothing of it is kept."""
    ask_for(by, school)
    if by.person_id is None:
        raise Refusal(words.NOT_YOURS)
    if department is not None and department.school_id != school.pk:
        raise Refusal(words.NOT_YOURS)
    kind, files = opened(sent)
    row = Import(
        school=school, starts_in=starts_in, format=kind, holds=holds or "", name=_name(sent, files), sent_at=at,
        since=at, sent_by_id=by.person_id, state=State.CHECKING, department=department,
    )  # fmt: skip
    if kind == Format.TABLE:
        _find_columns(row, files, by)
    else:
        row.lines = sum(data.count(b"\n") for _, data in files)
    row.save(force_insert=True)
    Upload.objects.create(imported=row, data=packed(files))
    record("list.received", row, by=by, at=at, facts={"format": row.format, "holds": row.holds})
    return row


def _name(sent: Sequence[tuple[str, bytes]], files: Files) -> str:
    return (sent[0][0] if len(sent) == 1 else files[0][0])[-120:] or "liste"


def _find_columns(row: Import, files: Files, by: Actor) -> None:
    """Understand the headings; what we don't is asked about."""
    name, data = files[0]
    with many_things():
        table = read_table(data, name)
    header, row.lines = table.header, len(table.rows)
    holds = Holds(row.holds) if row.holds else guess(header)
    row.state = State.MAPPING
    if holds is not None:
        remembered = headings_of(by, row.school, holds)
        row.holds, row.fields = holds, understood(header, holds, remembered)
        if known(header, holds, remembered) and not missing(row.fields, holds):
            row.state = State.CHECKING


@transaction.atomic
def map_columns(imported: Import, holds: Holds, fields: Sequence[str], *, by: Actor, at: datetime) -> Import:
    """Say what each column is, and remember it for the school's next list."""
    row = held(imported, by)
    if row.state not in {State.MAPPING, State.READY} or row.format != Format.TABLE:
        raise Refusal(words.NOTHING_LEFT)
    header = header_of(by, row)
    _check(fields, holds)
    _remember(row.school, holds, dict(zip(header, fields, strict=True)))
    row.holds, row.fields = holds, list(fields)
    return become(row, State.CHECKING, at, "holds", "fields")


def _check(fields: Sequence[str], holds: Holds) -> None:
    chosen = [field for field in fields if field]
    if twice := next((field for field in chosen if chosen.count(field) > 1), None):
        raise Refusal(words.CHOSEN_TWICE.format(name=BY_FIELD[twice].heading))
    if lacking := missing(fields, holds):
        raise Refusal(words.MISSING_FIELDS.format(names=", ".join(lacking)))


def _remember(school: School, holds: Holds, chosen: Mapping[str, str]) -> None:
    rows = [
        Heading(school=school, holds=holds, heading=plain_heading(name)[:LONGEST_HEADING], field=field)
        for name, field in chosen.items()
        if plain_heading(name)
    ]
    Heading.objects.bulk_create(
        {row.heading: row for row in rows}.values(), update_conflicts=True, update_fields=["field"],
        unique_fields=["school", "holds", "heading"],
    )  # fmt: skip
