"""Understanding what was sent, with what the installation and the school know."""

from functools import partial

from tett.access.rules import Actor
from tett.documents.tables import read_table
from tett.people.models import School
from tett.people.queries.identifiers import written
from tett.people.words import IdentifierKind
from tett.roster.models import Heading, Import, Upload
from tett.roster.rules.bundles import unpacked
from tett.roster.rules.exchange import Where
from tett.roster.rules.fint import read_fint
from tett.roster.rules.headings import understood
from tett.roster.rules.lists import Written, read_list
from tett.roster.rules.oneroster import read_oneroster
from tett.roster.rules.said import Reading
from tett.roster.words import Format, Holds


def headings_of(_actor: Actor, school: School, holds: Holds) -> dict[str, str]:
    """Give what the school chose its headings to mean, the last time."""
    return dict(Heading.objects.filter(school=school, holds=holds).values_list("heading", "field"))


def header_of(_actor: Actor, imported: Import) -> tuple[str, ...]:
    """Give the headings of a list that was sent."""
    (name, data), *_ = unpacked(_data_of(imported))
    return read_table(data, name).header


def columns_asked(actor: Actor, imported: Import, holds: Holds) -> tuple[tuple[str, ...], list[str]]:
    """Give a list's headings, and what we believe that each of them is."""
    header = header_of(actor, imported)
    if imported.holds == holds and any(imported.fields):
        return header, imported.fields
    return header, understood(header, holds, headings_of(actor, imported.school, holds))


def reading_of(actor: Actor, imported: Import) -> Reading:
    """Read what was sent; raises ``Refusal`` when nothing of it can be used."""
    files = unpacked(_data_of(imported))
    to_write = writing(actor, imported.school_id)
    if imported.format != Format.TABLE:
        school = imported.school
        where = Where(school.org_number, school.name, imported.starts_in)
        return (read_oneroster if imported.format == Format.ONEROSTER else read_fint)(files, where, to_write)
    name, data = files[0]
    return read_list(read_table(data, name), imported.fields, Holds(imported.holds), to_write)


def writing(actor: Actor, school_id: int) -> Written:
    """Give what writes identifiers as they are stored."""
    by_kind = {kind.value: partial(written, actor, kind, school_id=school_id) for kind in IdentifierKind}
    return lambda kind, raw: by_kind[kind](raw)


def _data_of(imported: Import) -> bytes:
    return bytes(Upload.objects.values_list("data", flat=True).get(pk=imported.pk))
