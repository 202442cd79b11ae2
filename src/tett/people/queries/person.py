"""One person: what one may know of them, and what one may do."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from tett.access.rules import Actor
from tett.access.words import STAFF_ROLES, Role
from tett.people.access import current, may_correct, may_keep, may_look_up, may_reach, valid_consent, valid_right
from tett.people.models import Assignment, Consent, Contact, Enrolment, Guardianship, Person, ProtectedReader
from tett.people.queries.everybody import told
from tett.people.rules import is_adult


@dataclass(frozen=True)
class Spell:
    """A role or a place, with its period."""

    what: str
    starts: date
    ends: date | None
    #: The id of a role that the actor may end.
    role: str = ""
    #: The id of a place that the actor may change.
    place: str = ""


@dataclass(frozen=True)
class Tie:
    """What an adult is to a student."""

    row: Guardianship
    other: Person
    contact: Contact | None
    now: bool


@dataclass(frozen=True)
class PersonPage:
    """Somebody: what they are and were, theirs, how to reach them, and what the actor may do."""

    person: Person
    now: tuple[Spell, ...]
    before: tuple[Spell, ...]
    to_come: tuple[Spell, ...]
    contact: Contact | None
    guardians: tuple[Tie, ...]
    wards: tuple[Tie, ...]
    readers: tuple[ProtectedReader, ...]
    keeps: bool
    corrects: bool
    adult: bool

    @property
    def is_student(self) -> bool:
        """Tell whether somebody has a place in a class now or to come."""
        return any(spell.place for spell in (*self.now, *self.to_come))

    @property
    def place(self) -> str:
        """Give the id of the place in a class, now or to come."""
        return next((spell.place for spell in (*self.now, *self.to_come) if spell.place), "")

    @property
    def here(self) -> bool:
        """Tell whether there is something to end."""
        return bool(self.now or self.to_come)

    @property
    def former_guardians(self) -> tuple[Tie, ...]:
        """Give those whose right is over."""
        return tuple(tie for tie in self.guardians if not tie.now)


def person_page(actor: Actor, public_id: str) -> PersonPage | None:
    """Give somebody whom one may look up (five queries, one more for the protected), or None."""
    person = _person(actor, public_id)
    if person is None:
        return None
    keeps: bool = person.keeps  # type: ignore[attr-defined] # told by the question
    spells = _spells(actor, person)
    ties = _ties(actor, person, keeps=keeps)
    contacts = _contacts(actor, [person.pk, *(row.guardian_id for row in ties)])
    told = [_tie(actor, row, person, contacts) for row in ties]
    return PersonPage(
        person=person,
        now=tuple(s for s in spells if s.starts <= actor.day <= (s.ends or actor.day)),
        before=tuple(s for s in spells if s.ends and s.ends < actor.day) if keeps or _is(actor, person) else (),
        to_come=tuple(s for s in spells if s.starts > actor.day) if keeps or _is(actor, person) else (),
        contact=contacts.get(person.pk),
        guardians=tuple(t for t in told if t.row.student_id == person.pk and (keeps or t.contact)),
        wards=tuple(t for t in told if t.row.guardian_id == person.pk),
        readers=_readers(actor, person) if person.protected_address and keeps else (),
        keeps=keeps,
        corrects=person.corrects,  # type: ignore[attr-defined] # told by the question
        adult=is_adult(person.birth_date, actor.day),
    )


def person_to_keep(actor: Actor, public_id: str) -> Person | None:
    """Give somebody whom the actor may correct (one query), or None."""
    return may_correct.filter(actor, Person.objects.filter(public_id=public_id)).first()


def person_to_look_up(actor: Actor, public_id: str) -> Person | None:
    """Give somebody whom the actor may look up (one query), or None."""
    return may_look_up.filter(actor, Person.objects.filter(public_id=public_id)).first()


def contact_of(actor: Actor, person: Person) -> Contact | None:
    """Give how to reach somebody if one may (one query)."""
    return may_reach.filter(actor, Contact.objects.filter(pk=person.pk)).first()


def place_to_change(actor: Actor, public_id: str) -> Enrolment | None:
    """Give a student's place at a school one leads, or None."""
    rows = Enrolment.objects.filter(public_id=public_id, school__in=_led(actor))
    return rows.select_related("student", "school_class", "school").first()


def role_to_end(actor: Actor, public_id: str) -> Assignment | None:
    """Give a role at a school one leads, or None."""
    rows = Assignment.objects.filter(public_id=public_id, school__in=_led(actor))
    return rows.select_related("person", "school_class", "department", "school").first()


def right_to_end(actor: Actor, public_id: str) -> Guardianship | None:
    """Give what an adult is to a student whom the actor may correct, or None."""
    students = may_correct.filter(actor, Person.objects.order_by()).values("pk")
    rows = Guardianship.objects.filter(public_id=public_id, student__in=students)
    return rows.select_related("guardian", "student").first()


def reader_to_end(actor: Actor, public_id: str) -> ProtectedReader | None:
    """Give one of the few who may reach somebody protected, named by a school one leads, or None."""
    rows = ProtectedReader.objects.filter(public_id=public_id, school__in=_led(actor))
    return rows.select_related("protected", "reader").first()


def _led(actor: Actor) -> frozenset[int]:
    return actor.schools(Role.PRINCIPAL, Role.DEPUTY)


def _is(actor: Actor, person: Person) -> bool:
    return actor.person_id == person.pk


def _person(actor: Actor, public_id: str) -> Person | None:
    rows = may_look_up.filter(actor, Person.objects.filter(public_id=public_id))
    same = Person.objects.filter(pk=OuterRef("pk"))
    keeps, corrects = Exists(may_keep.filter(actor, same)), Exists(may_correct.filter(actor, same))
    return rows.annotate(keeps=keeps, corrects=corrects).first()


def _spells(actor: Actor, person: Person) -> list[Spell]:
    led, near = _led(actor), _near(actor, person)
    held = Assignment.objects.filter(near, person=person).select_related("school_class", "department")
    roles = [
        Spell(told(row), row.starts, row.ends, role=row.public_id if row.school_id in led else "")
        for row in held.order_by("starts", "pk")
    ]
    enrolled = Enrolment.objects.filter(near, student=person).select_related("school_class")
    places = [
        Spell(_told_place(row), row.starts, row.ends, place=row.public_id if row.school_id in led else "")
        for row in enrolled.order_by("starts", "pk")
    ]
    return [*roles, *places]


def _near(actor: Actor, person: Person) -> Q:
    """Keep what concerns the actor's own schools: where somebody has gone since isn't told to those they left."""
    own = _is(actor, person) or person.pk in actor.wards
    return Q() if own else Q(school__in=actor.schools(*STAFF_ROLES))


def _told_place(row: Enrolment) -> str:
    return f"{Role.STUDENT.label}, {row.school_class}"


def _ties(actor: Actor, person: Person, *, keeps: bool) -> list[Guardianship]:
    """Give rights: all of them to those who keep them, else those that hold today to those who work there.

    Never a guardian's to another guardian.
    """
    rows = Guardianship.objects.select_related("guardian", "student").order_by("starts", "pk")
    if keeps:
        students = may_keep.filter(actor, Person.objects.order_by()).values("pk")
        return list(rows.filter(Q(student=person) | Q(guardian=person, student__in=students)))
    if person.pk in actor.wards or not actor.works_at_school:
        return []
    agreed = Consent.objects.filter(valid_consent(actor), student=person).values("guardian")
    return list(rows.filter(valid_right(actor) | Q(guardian__in=agreed), student=person))


def _tie(actor: Actor, row: Guardianship, person: Person, contacts: dict[int, Contact]) -> Tie:
    other = row.guardian if row.student_id == person.pk else row.student
    return Tie(row, other, contacts.get(row.guardian_id), row.starts <= actor.day <= (row.ends or actor.day))


def _contacts(actor: Actor, people: list[int]) -> dict[int, Contact]:
    rows = may_reach.filter(actor, Contact.objects.filter(pk__in=people))
    return {row.pk: row for row in rows}


def _readers(actor: Actor, person: Person) -> tuple[ProtectedReader, ...]:
    rows = ProtectedReader.objects.filter(current(actor), protected=person, school__in=_led(actor))
    return tuple(rows.select_related("reader").order_by("starts", "pk"))
