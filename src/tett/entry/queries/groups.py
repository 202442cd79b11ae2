"""Those whom somebody may invite, in the groups that one thinks of them in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import Role
from tett.entry.access import AT_WORK, LEADS, OF_THE_OWNER, may_invite, not_over, owners_set_up
from tett.entry.words import GroupKind
from tett.people.access import current, valid_consent, valid_right
from tett.people.models import Assignment, Consent, Enrolment, Guardianship, Person

ORDER = list(GroupKind)


@dataclass(frozen=True)
class Group:
    """Some people that are invited together; ``key`` stands in the address."""

    key: str
    kind: GroupKind
    name: str
    people: frozenset[int]


def groups_of(actor: Actor) -> list[Group]:
    """Give the groups that somebody may invite (six queries, for any number of classes)."""
    allowed = set(may_invite.filter(actor, Person.objects.all()).values_list("pk", flat=True))
    if not allowed:
        return []
    found = [*_owner(actor), *_staff(actor), *_classes(actor)]
    kept = [Group(x.key, x.kind, x.name, frozenset(x.people & allowed)) for x in found]
    return sorted((group for group in kept if group.people), key=lambda group: ORDER.index(group.kind))


def _owner(actor: Actor) -> Iterator[Group]:
    owners = actor.owners(Role.COUNTY_OFFICER) | owners_set_up(actor)
    rows = Assignment.objects.filter(not_over(actor), owner__in=owners, role__in=OF_THE_OWNER)
    people: dict[tuple[str, str], set[int]] = defaultdict(set)
    for public_id, name, person in rows.values_list("owner__public_id", "owner__name", "person_id"):
        people[public_id, name].add(person)
    for (public_id, name), ids in people.items():
        yield Group(f"ledere-{public_id}", GroupKind.OWNER, name, frozenset(ids))


def _staff(actor: Actor) -> Iterator[Group]:
    schools = actor.schools(*LEADS, Role.ADMINISTRATOR)
    people: dict[tuple[str, str], set[int]] = defaultdict(set)
    rows = Assignment.objects.filter(not_over(actor), school__in=schools, role__in=AT_WORK)
    for public_id, name, person in rows.values_list("school__public_id", "school__short_name", "person_id"):
        people[public_id, name].add(person)
    for (public_id, name), ids in people.items():
        yield Group(f"ansatte-{public_id}", GroupKind.STAFF, name, frozenset(ids))


def _classes(actor: Actor) -> Iterator[Group]:
    schools, classes = actor.schools(*LEADS), actor.classes(Role.CONTACT_TEACHER)
    within = Q(school__in=schools) | Q(school_class__in=classes)
    students: dict[tuple[str, str], set[int]] = defaultdict(set)
    rows = Enrolment.objects.filter(not_over(actor), within).order_by("school_class__starts_in", "school_class__name")
    for public_id, name, person in rows.values_list("school_class__public_id", "school_class__name", "student_id"):
        students[public_id, name].add(person)
    guardians = _guardians(actor, within)
    for (public_id, name), ids in students.items():
        yield Group(f"elever-{public_id}", GroupKind.CLASS, name, frozenset(ids))
        near = frozenset(guardian for student in ids for guardian in guardians[student])
        yield Group(f"foresatte-{public_id}", GroupKind.GUARDIANS, name, near)


def _guardians(actor: Actor, within: Q) -> dict[int, set[int]]:
    students = Enrolment.objects.filter(current(actor), within).values("student_id")
    found: dict[int, set[int]] = defaultdict(set)
    by_right = Guardianship.objects.filter(valid_right(actor), student__in=students)
    by_consent = Consent.objects.filter(valid_consent(actor), student__in=students)
    for rows in (by_right, by_consent):
        for student, guardian in rows.values_list("student_id", "guardian_id"):
            found[student].add(guardian)
    return found
