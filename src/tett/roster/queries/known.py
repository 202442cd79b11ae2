"""What Tett knows of a school before a list is read in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db.models import CharField, IntegerField, Q, QuerySet
from django.db.models.functions import Cast

from tett.access.rules import Actor
from tett.people.models import (
    Assignment,
    Contact,
    Correction,
    Department,
    Enrolment,
    Guardianship,
    Identifier,
    Person,
    School,
    SchoolClass,
)
from tett.people.words import IdentifierSource
from tett.roster.models import Listed
from tett.roster.rules.known import Enrolled, Facts, Holding, Known, Place, Reach, Trust
from tett.roster.rules.said import Id

#: As many values as any of the databases takes in one question.
AT_ONCE = 5_000
HAND = IdentifierSource.HAND.value


class _AsText(Cast):
    """A day as text, 2026-09-14: Django makes days of days slowly, and there are few different ones."""

    def __init__(self, field: str) -> None:
        super().__init__(field, CharField())


AS_TEXT = _AsText


@lru_cache(maxsize=8192)
def day(text: str | None) -> date | None:
    """Give the day."""
    return date.fromisoformat(text) if text else None


def known_at(_actor: Actor, school: School, starts_in: int, today: date, ids: Iterable[Id]) -> Known:
    """Give the school's people and everybody whom the list names (whoever calls has asked who may import)."""
    known = Known(today, starts_in)
    known.classes = _classes(school, starts_in)
    known.departments = {
        name.casefold(): (pk, name) for pk, name in Department.objects.filter(school=school).values_list("pk", "name")
    }
    known.enrolments = _enrolments(school, starts_in)
    known.roles = _roles(school)
    near = set(known.enrolments) | set(known.roles)
    _identify(known, school, near, set(ids))
    _trusts(known, school)
    guardians = {guardian for guardian, _ in known.trusts}
    everybody = near | set(known.by_id.values()) | guardians
    _describe(known, school, near, everybody)
    return known


def _classes(school: School, starts_in: int) -> dict[str, Place]:
    rows = SchoolClass.objects.filter(school=school, starts_in=starts_in)
    return {row[1].casefold(): Place(*row) for row in rows.values_list("pk", "name", "level", "department_id")}


def _enrolments(school: School, starts_in: int) -> dict[int, list[Enrolled]]:
    """Give the places of this school year and the one before."""
    found: dict[int, list[Enrolled]] = defaultdict(list)
    names = dict(SchoolClass.objects.filter(school=school).values_list("pk", "name"))
    years = dict(SchoolClass.objects.filter(school=school).values_list("pk", "starts_in"))
    rows = Enrolment.objects.filter(school=school, school_class__starts_in__gte=starts_in - 1).order_by("starts", "pk")
    rows = rows.annotate(s=AS_TEXT("starts"), e=AS_TEXT("ends"))
    columns = ("student_id", "pk", "school_class_id", "s", "e", "basis", "lodging")
    for student, pk, class_id, starts, ends, basis, lodging in rows.values_list(*columns):
        found[student].append(
            Enrolled(pk, class_id, names[class_id], years[class_id], _day(starts), day(ends), basis, lodging)
        )
    return dict(found)


def _day(text: str) -> date:
    """Give a day that is always there."""
    return date.fromisoformat(text)


def _roles(school: School) -> dict[int, list[Holding]]:
    found: dict[int, list[Holding]] = defaultdict(list)
    listed = set(Listed.objects.filter(assignment__school=school).values_list("pk", flat=True))
    rows = Assignment.objects.filter(school=school).order_by("starts", "pk")
    columns = ("pk", "role", "school_class_id", "department_id", "starts", "ends")
    for person, pk, role, class_id, department_id, starts, ends in rows.values_list("person_id", *columns):
        found[person].append(Holding(pk, role, class_id, department_id, starts, ends, pk in listed))
    return dict(found)


def _near(school: School, prefix: str = "") -> Q:
    """Keep those who are or were at the school, without sending all their numbers."""
    enrolled = Enrolment.objects.filter(school=school).values("student_id")
    assigned = Assignment.objects.filter(school=school).values("person_id")
    return Q(**{f"{prefix}in": enrolled}) | Q(**{f"{prefix}in": assigned})


def _identify(known: Known, school: School, near: set[int], ids: set[Id]) -> None:
    """Find whom the list's identifiers belong to, and all identifiers of those people."""
    rows = Identifier.objects.filter(owner=school.owner_id)
    found = _taken(rows.filter(_near(school, "person_id__"))) if near else []
    by_id = {(kind, value): person for person, kind, value, _ in found}
    if missing := ids.difference(by_id):
        for some in _some(_elsewhere(rows, missing, known=len(found))):
            found += (more := _taken(rows.filter(person__in=some)))
            by_id.update(((kind, value), person) for person, kind, value, _ in more)
    known.by_id = by_id
    known.from_lists = frozenset(person for person, _, _, source in found if source != HAND)


def _elsewhere(rows: "QuerySet[Identifier]", ids: set[Id], *, known: int) -> set[int]:
    """Find who else has an identifier of these: by looking through the owner's, or for each, whichever is less."""
    if rows.count() - known <= len(ids):
        return {
            person for person, kind, value in rows.values_list("person_id", "kind", "value") if (kind, value) in ids
        }
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, value in ids:
        by_kind[kind].append(value)
    return {
        person
        for kind, values in by_kind.items()
        for some in _some(values)
        for person in rows.filter(kind=kind, value__in=some).values_list("person_id", flat=True)
    }


def _taken(rows: "QuerySet[Identifier]") -> list[tuple[int, str, str, str]]:
    return list(rows.values_list("person_id", "kind", "value", "source"))


def _trusts(known: Known, school: School) -> None:
    """Give the guardians of the school's students."""
    found: dict[tuple[int, int], list[Trust]] = defaultdict(list)
    enrolled = Enrolment.objects.filter(school=school).values("student_id")
    rows = Guardianship.objects.filter(student__in=enrolled).order_by("starts", "pk")
    columns = ("guardian_id", "student_id", "pk", "right", "source", "starts", "ends")
    for guardian, student, pk, right, source, starts, ends in rows.values_list(*columns):
        if student in known.enrolments:
            found[guardian, student].append(Trust(pk, right, source, starts, ends))
    known.trusts = dict(found)


def _describe(known: Known, school: School, near: set[int], everybody: set[int]) -> None:
    """Give names, birth dates and ways to reach people, and what was put right by hand."""
    people: dict[int, Facts] = {}
    reach: dict[int, Reach] = {}
    corrected: dict[int, set[str]] = defaultdict(set)
    others = [(Q(person_id__in=some), Q(pk__in=some)) for some in _some(everybody - near)]
    for where, of_person in [(_near(school, "person_id__"), _near(school, "pk__")), *others]:
        for pk, given, family, preferred, born, language, protected in (
            Person.objects.filter(of_person)
            .annotate(b=AS_TEXT("birth_date"), p=Cast("protected_address", IntegerField()))
            .values_list("pk", "given_name", "family_name", "preferred_name", "b", "language", "p")
            .order_by()
        ):
            people[pk] = Facts(given, family, preferred, day(born), language, protected == 1)
        contacts = Contact.objects.filter(where).values_list("pk", "email", "phone", "address").order_by()
        reach.update((row[0], Reach._make(row[1:])) for row in contacts)
        for pk, name in Correction.objects.filter(where).values_list("person_id", "field").order_by():
            corrected[pk].add(name)
    known.people, known.reach = people, reach
    known.corrected = {pk: frozenset(names) for pk, names in corrected.items()}


def public_ids_of(_actor: Actor, people: Iterable[int]) -> dict[int, str]:
    """Give what the log calls people (whoever calls has asked who may)."""
    found: dict[int, str] = {}
    for some in _some(set(people)):
        found.update(Person.objects.filter(pk__in=some).values_list("pk", "public_id"))
    return found


def _some(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Give values in portions that a question can hold, in order so that questions are the same each time."""
    left = iter(sorted(values))
    while some := list(islice(left, AT_ONCE)):
        yield some
