"""What the pages of imports show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.text import capfirst

from tett.access.rules import Actor
from tett.access.words import Level, Role
from tett.calendar.rules import school_year_name, school_year_of
from tett.people.access import may_keep, may_staff
from tett.people.models import Correction, Department, Login, Person, School
from tett.people.words import IdentifierKind, Language, LegalBasis, Lodging, Right
from tett.roster import words
from tett.roster.access import may_import
from tett.roster.models import Import, Line
from tett.roster.rules.cells import BY_LIST
from tett.roster.rules.plan.plan import TO_LOOK_AT
from tett.roster.words import FIELDS, Kind, Mark, State

PER_PAGE = 50
#: How the parts of a sentence that come from a list of ours are called.
NAMES: dict[str, Mapping[str, object]] = {
    "kind": dict(IdentifierKind.choices),
    "role": dict(Role.choices),
    "right": dict(Right.choices),
    "level": dict(Level.choices),
}
TO_NAMES: dict[str, Mapping[str, object]] = {
    Mark.BASIS: dict(LegalBasis.choices),
    Mark.LODGING: dict(Lodging.choices),
    Mark.LANGUAGE: dict(Language.choices),
}
RIGHT_FIELD = {**FIELDS, "right": "rett"}


@dataclass(frozen=True)
class ToldLine:
    """A line of the dry run, ready to read."""

    line: int
    file: str
    kind: str
    label: str
    odd: bool
    name: str
    where: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Tab:
    """A choice of what to see, and how many lines there are."""

    value: str
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True)
class DryRun:
    """An import with the lines one has asked for."""

    imported: Import
    tabs: tuple[Tab, ...]
    lines: tuple[ToldLine, ...]
    page: "Page[Line]"
    year: str


def login_and_import(_actor: Actor, import_id: int, login_id: int) -> tuple[Login, Import]:
    """Give who sent a job and what it is about; the action asks who may."""
    return Login.objects.get(pk=login_id), Import.objects.select_related("school", "department").get(pk=import_id)


def schools_to_import(actor: Actor) -> "QuerySet[School]":
    """Give the schools that somebody may read lists in for."""
    return may_staff.filter(actor, School.objects.all()).order_by("name")


def departments_of(_actor: Actor, school: School) -> "QuerySet[Department]":
    """Give a school's departments (whoever calls has asked who may)."""
    return Department.objects.filter(school=school).order_by("name")


def imports_of(actor: Actor, page: str | None) -> "Page[Import]":
    """Give the imports of one's schools, the latest first."""
    rows = may_import.filter(actor, Import.objects.select_related("sent_by", "school")).order_by("-sent_at", "-pk")
    return Paginator(rows, 20).get_page(page)


def import_to_see(actor: Actor, public_id: str) -> Import | None:
    """Give an import, or None when it isn't one's."""
    rows = may_import.filter(actor, Import.objects.filter(public_id=public_id))
    return rows.select_related("school", "department", "sent_by").first()


def year_choices(actor: Actor) -> list[tuple[int, str]]:
    """Give the school years that a list may be for: this one, and from April the next."""
    this = school_year_of(actor.day)
    years = [this, this + 1] if school_year_of(actor.day + timedelta(days=125)) > this else [this]
    return [(year, school_year_name(year)) for year in years]


def dry_run(actor: Actor, imported: Import, show: str, asked: str, page: str | None) -> DryRun:  # noqa: ARG001 - found by import_to_see
    """Give the lines of one kind, and of a name or a class if one asks (three queries)."""
    rows = Line.objects.filter(imported=imported)
    numbers = {"": imported.added + imported.changed + imported.ended + imported.odd}
    numbers |= {
        Kind.ADD: imported.added,
        Kind.CHANGE: imported.changed,
        Kind.END: imported.ended,
        Kind.ODD: imported.odd,
    }
    chosen = show if show in Kind.values else ""
    tabs = tuple(Tab(k.value, str(k.label), numbers[k], chosen == k) for k in Kind)
    if chosen:
        rows = rows.filter(odd=True) if chosen == Kind.ODD else rows.filter(kind=chosen)
    if asked:
        rows = rows.filter(Q(name__icontains=asked) | Q(where__icontains=asked))
    found = Paginator(rows.order_by("number"), PER_PAGE).get_page(page)
    lines = tuple(_told(line) for line in found.object_list)
    return DryRun(imported, tabs, lines, found, school_year_name(imported.starts_in))


def odd_lines(actor: Actor, imported: Import) -> list[ToldLine]:  # noqa: ARG001 - found by import_to_see
    """Give all lines with something odd, to take along and put right."""
    return [_told(line) for line in Line.objects.filter(imported=imported, odd=True).order_by("number")]


def _told(line: Line) -> ToldLine:
    kind = Kind(line.kind)
    stays = kind == Kind.ODD and all(mark in TO_LOOK_AT for mark, _ in line.told)
    label = str(words.STAYS if stays else kind.label)
    sentences = tuple(sentence(mark, facts) for mark, facts in line.told)
    return ToldLine(line.line, line.file, line.kind, label, line.odd, line.name, line.where, sentences)


def sentence(mark: str, facts: Mapping[str, Any]) -> str:
    """Give what a mark tells, in the reader's language."""
    named = {name: _named(mark, name, value) for name, value in facts.items()}
    return capfirst(str(Mark(mark).label).format(**named)) if mark in Mark.values else mark


def _named(mark: str, name: str, value: Any) -> str:  # noqa: ANN401 - whatever a fact holds
    if name == "fields":
        return ", ".join(str(RIGHT_FIELD.get(field, field)) for field in value)
    if name == "year":
        return school_year_name(int(value))
    if name == "day" and value:
        return date_format(date.fromisoformat(value), "j. F Y")
    if name == "to" and mark in TO_NAMES:
        return str(TO_NAMES[mark].get(value, value))
    return str(NAMES.get(name, {}).get(value, value))


def corrections_of(actor: Actor, page: str | None) -> "Page[Correction]":
    """Give what was put right by hand among those whom one keeps."""
    rows = Correction.objects.filter(person__in=_kept(actor)).select_related("person", "by")
    return Paginator(rows.order_by("person__sort_key", "person_id", "field"), PER_PAGE).get_page(page)


def _kept(actor: Actor) -> "QuerySet[Person, Any]":
    return may_keep.filter(actor, Person.objects.all()).values("pk")


def named(rows: Iterable[Correction]) -> list[tuple[Correction, str]]:
    """Give each with the field as people call it."""
    return [(row, str(FIELDS.get(row.field, row.field))) for row in rows]


def roles_by_list() -> list[str]:
    """Give the roles that a list may give, as people call them."""
    return sorted(str(Role(role).label) for role in BY_LIST)


def correction_to_release(actor: Actor, public_id: str) -> Correction | None:
    """Give one of them, or None when it isn't among those whom one keeps."""
    rows = Correction.objects.filter(public_id=public_id, person__in=_kept(actor))
    return rows.select_related("person").first()


def next_step(imports: Sequence[Import]) -> Import | None:
    """Give the latest import that waits for somebody."""
    waiting = {State.MAPPING, State.READY, State.CHECKING, State.WRITING}
    return next((one for one in imports if one.state in waiting), None)
