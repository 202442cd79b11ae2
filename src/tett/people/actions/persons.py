"""Persons, as somebody writes them down and puts them right by hand."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.access import may_look_up, may_reach
from tett.people.actions.corrections import note_corrections
from tett.people.actions.steps import ask_to_keep
from tett.people.models import Contact, Owner, Person
from tett.people.rules.names import found_by
from tett.people.words import BORN_IN_THE_FUTURE, NAME_MISSING, NO_CONTACT_TO_WRITE, PERSON_THERE, Language
from tett.ui.sorting import sort_key


@dataclass(frozen=True)
class PersonFacts:
    """What is known of somebody besides how to reach them."""

    given_name: str
    family_name: str
    preferred_name: str = ""
    birth_date: date | None = None
    language: str = Language.BOKMAAL


@dataclass(frozen=True)
class Reach:
    """How to reach somebody."""

    email: str = ""
    phone: str = ""
    address: str = ""


@transaction.atomic
def correct_person(person: Person, facts: PersonFacts, *, by: Actor, at: datetime) -> Person:
    """Put right what is known of somebody; a list leaves alone what was put right by hand."""
    row = locked(person)
    ask_to_keep(by, row)
    check_facts(facts, by.day)
    changed = [name for name, value in asdict(facts).items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, getattr(facts, name))
        row.sort_key = sort_of(facts)
        row.save(update_fields=[*changed, "sort_key", "found_by"])
        note_corrections(row, changed, by=by, at=at)
        record("person.corrected", row, by=by, at=at, facts={"fields": sorted(changed)})
    return row


@transaction.atomic
def correct_contact(person: Person, reach: Reach, *, by: Actor, at: datetime) -> Contact:
    """Put right how to reach somebody; who may not read it may not write over it."""
    held = locked(person)
    ask_to_keep(by, held)
    contact, _made = Contact.objects.get_or_create(person=held)
    if not may_reach.allows(by, contact):
        raise Refusal(NO_CONTACT_TO_WRITE)
    changed = [name for name, value in asdict(reach).items() if getattr(contact, name) != value]
    if changed:
        for name in changed:
            setattr(contact, name, getattr(reach, name))
        contact.save(update_fields=changed)
        note_corrections(held, changed, by=by, at=at)
        record("contact.corrected", held, by=by, at=at, facts={"fields": sorted(changed)})
    return contact


def write_person(owner: Owner, facts: PersonFacts, reach: Reach, *, another: bool, by: Actor, at: datetime) -> Person:
    """Store somebody new, unless one of the same name is known already; the caller has asked who may.

    Only those whom the actor may look up are compared with, so that nothing is told of others.
    """
    check_facts(facts, by.day)
    if not another:
        _check_unknown(facts, by)
    person = Person.objects.create(owner=owner, sort_key=sort_of(facts), **asdict(facts))
    Contact.objects.create(person=person, **asdict(reach))
    record("person.added", person, by=by, at=at)
    return person


def sort_of(facts: PersonFacts) -> str:
    """Give what a person is sorted by."""
    return sort_key(f"{facts.family_name} {facts.given_name}")


def check_facts(facts: PersonFacts, today: date) -> None:
    """Refuse somebody without a name, or who isn't born yet."""
    if not facts.given_name or not facts.family_name:
        raise Refusal(NAME_MISSING)
    if facts.birth_date and facts.birth_date > today:
        raise Refusal(BORN_IN_THE_FUTURE)


def _check_unknown(facts: PersonFacts, by: Actor) -> None:
    """Two of the same name who were born on different days are two; where a day is missing, somebody must say so."""
    same = found_by(facts.given_name, "", facts.family_name)
    known = may_look_up.filter(by, Person.objects.filter(found_by=same))
    for person in known:
        if None in {facts.birth_date, person.birth_date} or facts.birth_date == person.birth_date:
            raise Refusal(PERSON_THERE.format(name=person.name))
