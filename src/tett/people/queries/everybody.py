"""The list of everybody one may look up, and the search in it: one rule, the same few questions whatever is found."""

from collections import defaultdict
from dataclasses import dataclass
from math import ceil

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from tett.access.rules import NOTHING, Actor
from tett.access.words import STAFF_ROLES, Role
from tett.people.access import current, may_keep, may_look_up
from tett.people.models import Assignment, Enrolment, Guardianship, Person
from tett.people.rules.names import words_of
from tett.people.words import Kind

PAGE = 50
#: How many to choose among in a form; who isn't among them is found by writing more of the name.
FEW = 8
#: Nobody's number: a question about nobody is asked like any other, so that its absence tells nothing.
NO_NUMBER = -1


@dataclass(frozen=True)
class Hit:
    """Somebody in the list."""

    person: Person
    #: What somebody is today, e.g. "kontaktlærer i 1NAA".
    what: str


@dataclass(frozen=True)
class Everybody:
    """A page of the list."""

    hits: tuple[Hit, ...]
    number: int
    page: int
    pages: int
    kinds: tuple[Kind, ...]

    @property
    def before(self) -> int:
        """Give the page before, or 0."""
        return self.page - 1

    @property
    def after(self) -> int:
        """Give the page after, or 0."""
        return self.page + 1 if self.page < self.pages else 0


def everybody(actor: Actor, asked: str = "", kind: str = Kind.ALL, page: int = 1) -> Everybody:
    """Give a page of those whom the actor may look up (four queries, whoever is found)."""
    rows = search(actor, asked).filter(_of_kind(actor, kind))
    number = rows.count()
    pages = max(1, ceil(number / PAGE))
    page = min(max(page, 1), pages)
    people = list(rows[(page - 1) * PAGE : page * PAGE])
    return Everybody(_hits(actor, people), number, page, pages, kinds_for(actor))


def some(actor: Actor, asked: str) -> tuple[Hit, ...]:
    """Give the few first found, to choose among; nobody when nothing is asked for."""
    return _hits(actor, list(search(actor, asked)[:FEW])) if words_of(asked) else ()


def kinds_for(actor: Actor) -> tuple[Kind, ...]:
    """Give the lists that somebody has use for: only those who lead a school keep guardians and those who left."""
    leads = actor.schools(Role.PRINCIPAL, Role.DEPUTY)
    return tuple(Kind) if leads else (Kind.ALL, Kind.STUDENTS, Kind.STAFF)


def search(actor: Actor, asked: str) -> "QuerySet[Person]":
    """Give those whom the actor may look up, one of whose names begins with each of the words, in Norwegian order."""
    rows = may_look_up.filter(actor, Person.objects.all())
    for word in words_of(asked):
        rows = rows.filter(found_by__contains=f" {word}")
    # That a colleague has a child at the school is not for colleagues to read in a list.
    leads = bool(actor.schools(Role.PRINCIPAL, Role.DEPUTY))
    rights = Guardianship.objects.filter(current(actor), guardian=OuterRef("pk"))
    rows = rows.annotate(guards=Exists(rights) if leads else Value(value=False, output_field=BooleanField()))
    # Sorted by more than the column itself: else a database may walk through everybody there is in the order of names.
    return rows.order_by(Concat("sort_key", Value("")), "pk")


def _of_kind(actor: Actor, kind: str) -> Q:
    schools = actor.schools(*STAFF_ROLES)
    enrolled = Q(pk__in=Enrolment.objects.filter(current(actor), school__in=schools).values("student"))
    assigned = Assignment.objects.filter(current(actor), school__in=schools)
    staff = Q(pk__in=assigned.filter(role__in=STAFF_ROLES).values("person"))
    if kind == Kind.STUDENTS:
        return enrolled
    if kind == Kind.STAFF:
        return staff
    if kind not in kinds_for(actor) or kind == Kind.ALL:
        return Q() if kind == Kind.ALL else NOTHING
    guardians = Q(pk__in=Guardianship.objects.filter(current(actor)).values("guardian"))
    return guardians if kind == Kind.GUARDIANS else may_keep.rows(actor) & ~_here(enrolled, assigned) & ~guardians


def _here(enrolled: Q, assigned: "QuerySet[Assignment]") -> Q:
    return enrolled | Q(pk__in=assigned.values("person"))


def _hits(actor: Actor, people: list[Person]) -> tuple[Hit, ...]:
    what = what_they_are(actor, [person.pk for person in people])
    for person in people:
        if person.guards:  # type: ignore[attr-defined] # told by the search
            what[person.pk].append(str(Role.GUARDIAN.label))
    return tuple(Hit(person, " · ".join(what[person.pk])) for person in people)


def what_they_are(actor: Actor, numbers: list[int]) -> dict[int, list[str]]:
    """Tell what people are at the actor's schools today, in words (two queries)."""
    asked, found = [NO_NUMBER, *numbers], defaultdict[int, list[str]](list)
    here = current(actor) & Q(school__in=actor.schools(*STAFF_ROLES))
    held = Assignment.objects.filter(here, person__in=asked).select_related("school_class", "department")
    for row in held.order_by("starts", "pk"):
        found[row.person_id].append(told(row))
    enrolled = Enrolment.objects.filter(here, student__in=asked).select_related("school_class")
    for place in enrolled.order_by("pk"):
        found[place.student_id].append(f"{Role.STUDENT.label}, {place.school_class}")
    return found


def told(assignment: Assignment) -> str:
    """Say what somebody is, and of what."""
    where = assignment.school_class or assignment.department
    return f"{assignment.get_role_display()}, {where}" if where else str(assignment.get_role_display())
