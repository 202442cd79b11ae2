"""What a list does to many people at once; each step is the same few queries however many they are.

The caller holds the school in a transaction, has asked who may, and records the whole of it in the log.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import Max, Model

from tett.access.rules import Actor
from tett.base.actions import change_rows, insert_rows
from tett.base.models import new_public_ids
from tett.people.models import Assignment, Contact, Enrolment, Guardianship, Identifier, Person
from tett.people.rules.names import fold
from tett.ui.sorting import sort_key

#: As many ids as any of the databases takes in one question.
AT_ONCE = 5_000
DAYS = frozenset({"starts", "ends"})
LONGEST_SORT_KEY, LONGEST_FOUND_BY = 170, 260


class Named(NamedTuple):
    """Somebody new."""

    given: str
    family: str
    preferred: str
    born: date | None
    language: str
    protected: bool


def add_people(owner_id: int, people: Sequence[Named], *, by: Actor) -> list[tuple[int, str]]:  # noqa: ARG001 - the caller has asked and records
    """Insert people; give their numbers and public ids, in the same order."""
    public_ids = new_public_ids(len(people))
    rows = [
        (public_id, owner_id, p.given, p.family, p.preferred, _iso(p.born), p.language, p.protected, *_keys(p))
        for public_id, p in zip(public_ids, people, strict=True)
    ]
    names = ("public_id", "owner", "given_name", "family_name", "preferred_name", "birth_date", "language",
             "protected_address", "sort_key", "found_by")  # fmt: skip
    found = _inserted(Person, names, rows)
    return [(found[public_id], public_id) for public_id in public_ids]


def change_people(changes: Sequence[tuple[int, dict[str, Any]]], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Give people other names, birth dates or languages; what they are sorted and found by follows."""
    renamed = [pk for pk, fields in changes if fields.keys() & {"given_name", "family_name", "preferred_name"}]
    names: dict[int, tuple[str, str, str]] = {}
    for some in _some(renamed):
        rows = Person.objects.filter(pk__in=some).values_list("pk", "given_name", "family_name", "preferred_name")
        names.update({pk: (given, family, preferred) for pk, given, family, preferred in rows})
    _change(Person, [(pk, _with_keys(fields, names[pk]) if pk in names else fields) for pk, fields in changes])


def _with_keys(fields: dict[str, Any], names: tuple[str, str, str]) -> dict[str, Any]:
    given, family = fields.get("given_name", names[0]), fields.get("family_name", names[1])
    key, found_by = _keys(Named(given, family, fields.get("preferred_name", names[2]), None, "", protected=False))
    return {**fields, "sort_key": key, "found_by": found_by}


def protect_people(people: Sequence[int], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Hide the contact details of these; nothing here opens them again."""
    change_rows(Person, ("protected_address",), {}, [(True, pk) for pk in people])


def set_contacts(contacts: Sequence[tuple[int, str, str, str]], known: Iterable[int], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Write down how people are reached, instead of what stood there for those who aren't new."""
    for some in _some(known):
        Contact.objects.filter(pk__in=some).delete()
    insert_rows(Contact, ("person", "email", "phone", "address"), contacts)


def add_identifiers(owner_id: int, source: str, rows: Sequence[tuple[int, str, str]], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Let people be known by these (person, kind, value)."""
    full = [(public_id, owner_id, *row, source) for public_id, row in zip(new_public_ids(len(rows)), rows, strict=True)]
    insert_rows(Identifier, ("public_id", "owner", "person", "kind", "value", "source"), full)


def drop_identifiers(rows: Iterable[tuple[int, str, str]], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Take away identifiers that others have taken the place of (person, kind, value)."""
    for person, kind, value in rows:
        Identifier.objects.filter(person=person, kind=kind, value=value).delete()


def add_enrolments(rows: Sequence[tuple[Any, ...]], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Enrol students (student, school, class, starts, ends, basis, lodging)."""
    _inserted(
        Enrolment, ("public_id", "student", "school", "school_class", "starts", "ends", "basis", "lodging"),
        _with_public_ids(rows), read_back=False,
    )  # fmt: skip


def change_enrolments(changes: Sequence[tuple[int, dict[str, Any]]], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Change class, period, basis or lodging of enrolments."""
    _change(Enrolment, changes)


def add_roles(rows: Sequence[tuple[Any, ...]], *, by: Actor) -> list[int]:  # noqa: ARG001 - the caller has asked and records
    """Give roles (person, role, owner, school, department, class, starts, ends); give the rows' numbers."""
    full = _with_public_ids(rows)
    names = ("public_id", "person", "role", "owner", "school", "department", "school_class", "starts", "ends")
    found = _inserted(Assignment, names, full)
    return [found[row[0]] for row in full]


def add_rights(rows: Sequence[tuple[Any, ...]], *, by: Actor) -> None:  # noqa: ARG001 - the caller has asked and records
    """Register rights (guardian, student, right, source, starts, ends)."""
    names = ("public_id", "guardian", "student", "right", "source", "starts", "ends")
    _inserted(Guardianship, names, _with_public_ids(rows), read_back=False)


def end_rows(
    ends: Sequence[tuple[int, date]],
    of: type[Enrolment] | type[Assignment] | type[Guardianship],
    *,
    by: Actor,  # noqa: ARG001 - the caller has asked and records
) -> None:
    """Give enrolments, roles or rights a last day."""
    change_rows(of, ("ends",), {}, [(day.isoformat(), pk) for pk, day in ends])


# -- how -----------------------------------------------------------------------------------------------------------


def _inserted(
    model: type[Model], names: tuple[str, ...], rows: Sequence[tuple[Any, ...]], *, read_back: bool = True
) -> dict[str, int]:
    """Insert rows; give their numbers by public id. Numbers only grow, so what is new is after what was last."""
    manager = model._default_manager  # noqa: SLF001 - Django's documented way to the manager of any model
    before = manager.aggregate(last=Max("pk"))["last"] or 0 if read_back and rows else 0
    insert_rows(model, names, _stored(names, rows))
    return dict(manager.filter(pk__gt=before).values_list("public_id", "pk")) if read_back and rows else {}


def _stored(names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Write days as the database stores them."""
    columns = zip(names, zip(*rows, strict=True), strict=True) if rows else ()
    return list(zip(*(map(_iso, column) if name in DAYS else column for name, column in columns), strict=True))


def _with_public_ids(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [(public_id, *row) for public_id, row in zip(new_public_ids(len(rows)), rows, strict=True)]


def _change(model: type[Model], changes: Sequence[tuple[int, dict[str, Any]]]) -> None:
    """Change rows, those with the same fields together."""
    alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for pk, fields in changes:
        values = [_iso(value) if isinstance(value, date) else value for value in fields.values()]
        alike[tuple(fields)].append((*values, pk))
    for names, rows in alike.items():
        change_rows(model, names, {}, rows)


def _keys(person: Named) -> tuple[str, str]:
    key = f"{_sorted(person.family)} {_sorted(person.given)}"[:LONGEST_SORT_KEY]
    words = filter(None, map(_folded, (person.given, person.preferred, person.family)))
    return key, f" {' '.join(words)}"[:LONGEST_FOUND_BY]


#: Names come again and again.
_sorted = lru_cache(maxsize=8192)(sort_key)
_folded = lru_cache(maxsize=8192)(fold)


@lru_cache(maxsize=4096)
def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _some(values: Iterable[int]) -> Iterator[list[int]]:
    left = iter(values)
    while some := list(islice(left, AT_ONCE)):
        yield some
