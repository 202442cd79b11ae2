"""Places: a school with its calendar, and its departments."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.urls import Resolver404, resolve

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.calendar.actions import open_calendar
from tett.calendar.models import SchoolCalendar
from tett.people.access import may_arrange, may_set_up
from tett.people.models import Assignment, Department, Owner, School, SchoolClass
from tett.people.words import (
    DEPARTMENT_IN_USE,
    DEPARTMENT_THERE,
    NAME_MISSING,
    NOT_YOURS,
    SLUG_IS_A_WORD_OF_OURS,
    SLUG_ODD,
    SLUG_TAKEN,
)

#: The address of a school's open pages, which are mounted under every other address there is.
OPEN_PAGES = "front"


@dataclass(frozen=True)
class SchoolFacts:
    """What anybody may know of a school."""

    name: str
    short_name: str
    slug: str
    org_number: str = ""
    phone: str = ""
    website: str = ""


@transaction.atomic
def open_school(owner: Owner, facts: SchoolFacts, *, by: Actor, at: datetime) -> School:
    """Set up a school of the owner, with a calendar of its own on top of the owner's."""
    if not may_set_up.allows(by, owner):
        raise Refusal(NOT_YOURS)
    _check_slug(facts.slug)
    shared = _calendar_of(locked(owner), by, at)
    calendar = open_calendar(facts.name, parent=shared, by=by, at=at)
    school = School.objects.create(owner=owner, calendar=calendar, **asdict(facts))
    record("school.opened", school, by=by, at=at)
    return school


@transaction.atomic
def change_school(school: School, facts: SchoolFacts, *, by: Actor, at: datetime) -> School:
    """Correct what is said of a school; its address can be changed too, and the old one then leads nowhere."""
    row = _arranged(school, by)
    if facts.slug != row.slug:
        _check_slug(facts.slug)
    before = {name: getattr(row, name) for name in asdict(facts)}
    changed = {name: value for name, value in asdict(facts).items() if value != before[name]}
    if changed:
        School.objects.filter(pk=row.pk).update(**changed)
        record("school.changed", row, by=by, at=at, facts={"fields": sorted(changed)})
    return row


@transaction.atomic
def add_department(school: School, name: str, *, by: Actor, at: datetime) -> Department:
    """Give the school one more part."""
    _arranged(school, by)
    department = Department.objects.create(school=school, name=_free_name(school, name))
    record("department.added", department, by=by, at=at)
    return department


@transaction.atomic
def rename_department(department: Department, name: str, *, by: Actor, at: datetime) -> Department:
    """Call a department by another name."""
    _arranged(department.school, by)
    if name.strip() != department.name:
        department.name = _free_name(department.school, name)
        department.save(update_fields=["name"])
        record("department.renamed", department, by=by, at=at)
    return department


@transaction.atomic
def remove_department(department: Department, *, by: Actor, at: datetime) -> None:
    """Take away a department that nothing belongs to."""
    _arranged(department.school, by)
    of_it: dict[str, Any] = {"department": department}
    if SchoolClass.objects.filter(**of_it).exists() or Assignment.objects.filter(**of_it).exists():
        raise Refusal(DEPARTMENT_IN_USE)
    record("department.removed", department, by=by, at=at)
    department.delete()


def _arranged(school: School, by: Actor) -> School:
    """Hold the school, and refuse who may not arrange it."""
    row = locked(school)
    if not may_arrange.allows(by, row):
        raise Refusal(NOT_YOURS)
    return row


def _free_name(school: School, name: str) -> str:
    name = name.strip()
    if not name:
        raise Refusal(NAME_MISSING)
    if Department.objects.filter(school=school, name__iexact=name).exists():
        raise Refusal(DEPARTMENT_THERE.format(name=name))
    return name


def _calendar_of(owner: Owner, by: Actor, at: datetime) -> SchoolCalendar:
    """Give the calendar that all the owner's schools share, made for the first of them."""
    if owner.calendar is None:
        owner.calendar = open_calendar(owner.name, by=by, at=at)
        owner.save(update_fields=["calendar"])
    return owner.calendar


def _check_slug(slug: str) -> None:
    """Refuse an address that is taken, by a school or by a page of Tett's own."""
    _check_letters(slug)
    if School.objects.filter(slug=slug).exists():
        raise Refusal(SLUG_TAKEN.format(slug=slug))
    try:
        taken = resolve(f"/{slug}/").url_name != OPEN_PAGES
    except Resolver404:
        taken = False
    if taken:
        raise Refusal(SLUG_IS_A_WORD_OF_OURS.format(slug=slug))


def _check_letters(slug: str) -> None:
    try:
        validate_slug(slug)
    except ValidationError as error:
        raise Refusal(SLUG_ODD) from error
    if not slug.isascii() or slug != slug.lower() or "_" in slug:
        raise Refusal(SLUG_ODD)
