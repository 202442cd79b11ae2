"""Rights, consents and protected addresses: by whom they are given, and what is written down."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.cast import NOW, START, TODAY, YESTERDAY, World
from tett.people import words
from tett.people.access import may_reach
from tett.people.actions.relations import (
    consent,
    end_reader,
    end_right,
    give_right,
    name_reader,
    protect_address,
    withdraw_consent,
)
from tett.people.models import Consent, Contact, Guardianship, Owner, Person, ProtectedReader
from tett.people.tests.saying import refused, said
from tett.people.words import ConsentScope, Right

SOURCE = "Folkeregisteret"


def right(world: World, by: str = "rita", source: str = SOURCE, to: str = "mona") -> Guardianship:
    """Make somebody a guardian of Siri."""
    return give_right(world.people[to], world.siri, Right.PARENTAL, source, TODAY, by=world.actor(by), at=NOW)


def agree(world: World, to: str = "mona", by: str = "leon", days: int = 30) -> Consent:
    """Let Leon consent."""
    ends, actor = TODAY + timedelta(days=days), world.actor(by)
    return consent(world.leon, world.people[to], ConsentScope.PRACTICAL, TODAY, ends, by=actor, at=NOW)


def test_a_right_is_registered_with_where_it_is_known_from(crowd: World) -> None:
    row = right(crowd)
    assert (row.right, row.source, row.starts, row.ends) == (Right.PARENTAL, SOURCE, TODAY, None)
    assert crowd.actor("mona").wards == {crowd.siri.pk}
    assert said(row) == [("right.given", crowd.rita.pk)]
    refused(words.SOURCE_MISSING, lambda: right(crowd, source=" "))


def test_a_right_ends_with_a_day(crowd: World) -> None:
    row, rita = crowd.guro.guardianships.get(), crowd.actor("rita")
    end_right(row, TODAY, by=rita, at=NOW)
    assert crowd.actor("guro").wards == {crowd.ola.pk}
    assert not crowd.actor("guro", NOW + timedelta(days=1)).wards
    assert said(row) == [("right.ended", crowd.rita.pk)]
    refused(words.ENDS_BEFORE_START, lambda: end_right(row, START - timedelta(days=1), by=rita, at=NOW))


def test_people_of_another_owner_are_no_guardians_here(crowd: World) -> None:
    Person.objects.filter(pk=crowd.mona.pk).update(owner=Owner.objects.create(name="Annet", slug="annet"))
    crowd.mona.refresh_from_db()
    refused(words.OF_ANOTHER_OWNER, lambda: right(crowd))


@pytest.mark.parametrize("name", ["petra", "hanne", "kari", "siri", "guro", "carl", "adam", "vera"])
def test_only_those_who_lead_the_students_own_school_keep_rights_and_addresses(crowd: World, name: str) -> None:
    actor, school = crowd.actor(name), crowd.other if name == "petra" else crowd.school
    acts: list[Callable[[], object]] = [
        lambda: right(crowd, by=name),
        lambda: end_right(crowd.guro.guardianships.get(), TODAY, by=actor, at=NOW),
        lambda: protect_address(crowd.ada, protected=False, by=actor, at=NOW),
        lambda: protect_address(crowd.ola, protected=True, by=actor, at=NOW),
        lambda: name_reader(crowd.ada, crowd.people[name], school, TODAY, by=actor, at=NOW),
        lambda: end_reader(ProtectedReader.objects.get(), TODAY, by=actor, at=NOW),
    ]
    for act in acts:
        refused(words.NOT_YOURS, act)


def test_an_adult_student_consents_and_takes_it_back(crowd: World) -> None:
    row = agree(crowd)
    assert crowd.actor("mona").wards == {crowd.leon.pk}
    for _ in range(2):
        withdraw_consent(row, by=crowd.actor("leon"), at=NOW)
    row.refresh_from_db()
    assert row.withdrawn_at == NOW
    assert not crowd.actor("mona").known
    assert said(row) == [("consent.given", crowd.leon.pk), ("consent.withdrawn", crowd.leon.pk)]


@pytest.mark.parametrize("name", ["lars", "mona", "rita", "kari"])
def test_nobody_consents_for_a_student(crowd: World, name: str) -> None:
    given, actor = Consent.objects.get(), crowd.actor(name)
    refused(words.ONLY_THE_STUDENT, lambda: agree(crowd, by=name))
    refused(words.ONLY_THE_STUDENT, lambda: withdraw_consent(given, by=actor, at=NOW))


def test_consent_is_between_an_adult_and_somebody_registered_as_guardian_for_a_time(crowd: World) -> None:
    refused(words.NOT_YOUR_GUARDIAN, lambda: agree(crowd, to="guro"))
    refused(words.ENDS_BEFORE_START, lambda: agree(crowd, days=-1))
    Person.objects.filter(pk=crowd.leon.pk).update(birth_date=TODAY.replace(year=2008) + timedelta(days=1))
    crowd.leon.refresh_from_db()
    refused(words.NOT_AN_ADULT, lambda: agree(crowd))


def test_a_protected_address_is_hidden_at_once_from_all_but_those_who_are_named(crowd: World) -> None:
    rita, contact = crowd.actor("rita"), Contact.objects.get(person=crowd.ola)
    for _ in range(2):
        protect_address(crowd.ola, protected=True, by=rita, at=NOW)
    assert not may_reach.allows(rita, contact)
    named = name_reader(crowd.ola, crowd.rita, crowd.school, TODAY, by=rita, at=NOW)
    assert may_reach.allows(rita, contact)
    end_reader(named, TODAY, by=rita, at=NOW)
    assert not may_reach.allows(crowd.actor("rita", NOW + timedelta(days=1)), contact)
    protect_address(crowd.ola, protected=False, by=rita, at=NOW)
    assert may_reach.allows(crowd.actor("hanne"), contact)
    assert said(crowd.ola) == [("address.protected", crowd.rita.pk), ("address.opened", crowd.rita.pk)]
    assert said(named) == [("reader.named", crowd.rita.pk), ("reader.ended", crowd.rita.pk)]


@pytest.mark.parametrize("name", ["siri", "guro", "vera", "elin", "adam", "otto"])
def test_only_those_who_work_at_the_school_are_named(crowd: World, name: str) -> None:
    reader, rita = crowd.people[name], crowd.actor("rita")
    refused(words.NOT_AT_THE_SCHOOL, lambda: name_reader(crowd.ada, reader, crowd.school, TODAY, by=rita, at=NOW))


def test_a_reader_does_not_end_before_the_start(crowd: World) -> None:
    named, rita = ProtectedReader.objects.get(), crowd.actor("rita")
    refused(words.ENDS_BEFORE_START, lambda: end_reader(named, named.starts - timedelta(days=1), by=rita, at=NOW))


def test_naming_the_same_reader_twice_names_one(crowd: World) -> None:
    for _ in range(2):
        name_reader(crowd.ada, crowd.nina, crowd.school, YESTERDAY, by=crowd.actor("rita"), at=NOW)
    assert ProtectedReader.objects.filter(reader=crowd.nina).count() == 1
