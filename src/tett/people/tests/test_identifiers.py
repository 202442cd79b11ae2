"""People are found by what other systems know them by, and never by more than that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW, World
from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.people.actions.identifiers import give_identifier, remove_identifier
from tett.people.models import Identifier, Owner, Person
from tett.people.queries.identifiers import identifiers_of, person_for, written
from tett.people.rules.identifiers import feide_name, national_number, plain
from tett.people.words import IdentifierKind


def _with_controls(nine: str) -> str | None:
    digits = [int(digit) for digit in nine]
    first = -sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), digits, strict=True)) % 11
    second = -sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), [*digits, first], strict=True)) % 11
    return None if 10 in {first, second} else f"{nine}{first}{second}"


#: A made-up number of the kind that tests of public systems use: its month is 81.
NUMBER = next(filter(None, (_with_controls(f"0181055{n:02}") for n in range(20))))


@given(st.integers(0, 999_999_999), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_always_found_out(nine: int, place: int, step: int) -> None:
    if number := _with_controls(f"{nine:09}"):
        wrong = f"{number[:place]}{(int(number[place]) + step) % 10}{number[place + 1 :]}"
        assert (national_number(number), national_number(wrong)) == (number, None)


@pytest.mark.parametrize("raw", ["", "123", "abcdefghijk", "0181055000", "١" * 11])
def test_what_isnt_eleven_digits_is_no_national_number(raw: str) -> None:
    assert national_number(raw) is None


def test_names_are_written_the_same_whoever_writes_them() -> None:
    assert feide_name(" feide:Ola.N@Innlandet.no ") == "ola.n@innlandet.no"
    assert [feide_name(raw) for raw in ("ola", "ola@", "ola@no", "a b@c.no")] == [None] * 4
    assert [plain(raw) for raw in (" A-1/2 ", "", "a b", "x" * 121)] == ["A-1/2", None, None, None]


def test_somebody_is_found_by_every_name_they_were_given(world: World, nobody: Actor) -> None:
    rita = world.actor("rita")
    for kind, raw in ((IdentifierKind.FEIDE, "ola@prove.no"), (IdentifierKind.NATIONAL, NUMBER)):
        give_identifier(world.ola, kind, raw, by=rita, at=NOW)
    assert person_for(nobody, IdentifierKind.FEIDE, "Feide:OLA@prove.no", world.owner) == world.ola
    assert person_for(nobody, IdentifierKind.NATIONAL, f"{NUMBER[:6]} {NUMBER[6:]}", world.owner) == world.ola
    assert person_for(nobody, IdentifierKind.FEIDE, "siri@prove.no", world.owner) is None
    assert len(identifiers_of(rita, world.ola)) == 2


def test_the_national_number_itself_is_nowhere(world: World) -> None:
    row = give_identifier(world.ola, IdentifierKind.NATIONAL, NUMBER, by=world.actor("rita"), at=NOW)
    assert NUMBER not in f"{row.value} {row}"
    assert len(row.value) == 64


def test_two_owners_know_different_people_by_the_same_name(world: World, nobody: Actor) -> None:
    other = Owner.objects.create(name="Annet fylke", slug="annet")
    stranger = Person.objects.create(owner=other, given_name="En", family_name="Annen", sort_key="en")
    give_identifier(world.ola, IdentifierKind.SYSTEM_ID, "17", by=world.actor("rita"), at=NOW)
    Identifier.objects.create(owner=other, person=stranger, kind="system_id", value="17", source="fint")
    assert person_for(nobody, IdentifierKind.SYSTEM_ID, "17", world.owner) == world.ola
    assert person_for(nobody, IdentifierKind.SYSTEM_ID, "17", other) == stranger
    assert person_for(nobody, IdentifierKind.SYSTEM_ID, "17") is None


def test_a_schools_own_number_is_that_schools(world: World, nobody: Actor) -> None:
    give_identifier(world.ola, IdentifierKind.OWN_NUMBER, "17", world.school.pk, by=world.actor("rita"), at=NOW)
    asked = (nobody, IdentifierKind.OWN_NUMBER, "17", world.owner)
    assert person_for(*asked, school_id=world.school.pk) == world.ola
    assert person_for(*asked, school_id=world.other.pk) is None


def test_nobody_gets_what_is_another_persons(world: World) -> None:
    rita = world.actor("rita")
    give_identifier(world.ola, IdentifierKind.FEIDE, "ola@prove.no", by=rita, at=NOW)
    give_identifier(world.ola, IdentifierKind.FEIDE, "ola@prove.no", by=rita, at=NOW)
    with pytest.raises(Refusal, match="annen person"):
        give_identifier(world.siri, IdentifierKind.FEIDE, "ola@prove.no", by=rita, at=NOW)
    assert Identifier.objects.count() == 1


@pytest.mark.parametrize("kind", IdentifierKind)
def test_what_cant_be_one_is_refused(world: World, kind: IdentifierKind) -> None:
    assert written(None, kind, " ") is None
    with pytest.raises(Refusal):
        give_identifier(world.ola, kind, "a b", by=world.actor("rita"), at=NOW)


def test_only_who_keeps_a_person_may_say_what_they_are_known_by(world: World) -> None:
    for name in ("kari", "adam", "petra", "ola"):
        with pytest.raises(Refusal):
            give_identifier(world.ola, IdentifierKind.FEIDE, "ola@prove.no", by=world.actor(name), at=NOW)


def test_what_was_wrong_can_be_taken_away(world: World, nobody: Actor) -> None:
    rita = world.actor("rita")
    row = give_identifier(world.ola, IdentifierKind.FEIDE, "ola@prove.no", by=rita, at=NOW)
    with pytest.raises(Refusal):
        remove_identifier(row, by=world.actor("kari"), at=NOW)
    remove_identifier(row, by=rita, at=NOW)
    assert person_for(nobody, IdentifierKind.FEIDE, "ola@prove.no", world.owner) is None
