"""A list becomes people, once and in whole, and nothing is written before somebody says yes."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, START, TODAY, YESTERDAY, World
from tett.access.rules import Actor
from tett.audit.models import Event
from tett.audit.queries import broken_line
from tett.base.rules import Refusal
from tett.people.actions import roster_changed
from tett.people.actions.corrections import note_corrections, release_corrections
from tett.people.actions.enrolments import end_enrolment
from tett.people.models import Contact, Enrolment, Person, SchoolClass
from tett.people.queries.identifiers import person_for
from tett.people.words import IdentifierKind
from tett.roster.actions.check import check
from tett.roster.actions.receive import receive
from tett.roster.actions.write import confirm, write
from tett.roster.models import Import, Line, Upload
from tett.roster.tests.lists import (
    ELSE,
    EMIL,
    EVA,
    STUDENTS,
    csv,
    everything,
    looked_over,
    odd_lines,
    read_in,
    told,
)
from tett.roster.words import State


def test_nothing_is_written_before_somebody_says_yes(world: World) -> None:
    before = everything(world)
    imported = looked_over(world, csv(STUDENTS, EVA, EMIL, ELSE))
    assert everything(world) == before
    assert (imported.added, imported.changed, imported.ended) == (4, 0, 0)
    assert told(imported)["Eva Ny"] == ["new_person", "enrolled"]
    assert told(imported)["1XXA"] == ["new_class"]


def test_students_come_into_their_classes_with_all_that_the_list_says(world: World, nobody: Actor) -> None:
    read_in(world, csv(f"{STUDENTS};Bosted;Grunnlag;Målform;Kallenavn", f"{EVA};hybel;voksen;nynorsk;Evy", ELSE))
    eva = Person.objects.get(given_name="Eva")
    place = Enrolment.objects.select_related("school_class").get(student=eva)
    assert (eva.preferred_name, eva.language, eva.birth_date) == ("Evy", "nn", date(2010, 5, 1))
    assert (place.school_class.name, place.lodging, place.basis, place.ends) == ("1NAA", "lodgings", "ch18", None)
    assert Contact.objects.get(person=eva).email == "eva@prove.invalid"
    assert SchoolClass.objects.get(name="1XXA").level == "vg1"
    own = (nobody, IdentifierKind.OWN_NUMBER, "1", world.owner)
    assert person_for(*own, school_id=world.school.pk) == eva


def test_whoever_comes_when_the_year_is_under_way_comes_today(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    assert Enrolment.objects.get(student__given_name="Eva").starts == TODAY


def test_the_first_list_of_a_year_begins_with_the_year(world: World) -> None:
    Enrolment.objects.all().delete()
    read_in(world, csv(STUDENTS, EVA))
    assert Enrolment.objects.get(student__given_name="Eva").starts == START


def test_the_same_list_again_changes_nothing(world: World) -> None:
    data = csv(STUDENTS, EVA, EMIL, ELSE)
    read_in(world, data)
    before, lines = everything(world), Event.objects.filter(what="person.read_in").count()
    again = looked_over(world, data)
    assert (again.writes, again.same, again.added, again.changed, again.ended) == (False, 3, 0, 0, 0)
    write(confirm(again, end_absent=True, sure=True, by=world.actor("rita"), at=NOW), by=world.actor("rita"), at=NOW)
    assert everything(world) == before
    assert Event.objects.filter(what="person.read_in").count() == lines


def test_names_dates_contact_and_class_follow_the_list(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    Enrolment.objects.filter(student__given_name="Eva").update(starts=START)
    imported = read_in(world, csv(STUDENTS, "1;Eva Marie;Nyere;02.05.2010;1NAB;;;e@prove.invalid;;"))
    eva = Person.objects.get(given_name="Eva Marie")
    assert (eva.family_name, eva.birth_date, eva.sort_key) == ("Nyere", date(2010, 5, 2), "nyere eva marie")
    assert Contact.objects.get(person=eva).email == "e@prove.invalid"
    old, new = Enrolment.objects.filter(student=eva).order_by("starts")
    assert (old.ends, new.starts, new.school_class.name) == (YESTERDAY, TODAY, "1NAB")
    assert imported.changed == 1


def test_an_empty_cell_says_nothing(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    before = everything(world)
    imported = looked_over(world, csv(STUDENTS, "1;Eva;Ny;;1NAA;;;;;"))
    assert (imported.writes, everything(world)) == (False, before)


def test_who_isnt_in_the_list_stays_unless_somebody_says_otherwise(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA, EMIL))
    imported = read_in(world, csv(STUDENTS, EVA))
    assert (imported.absent, imported.ended_in_fact) == (1, 0)
    assert Enrolment.objects.get(student__given_name="Emil").ends is None
    Enrolment.objects.filter(student__given_name="Emil").update(starts=START)
    imported = read_in(world, csv(STUDENTS, EVA), end=True)
    assert (imported.absent, imported.ended_in_fact) == (1, 1)
    assert Enrolment.objects.get(student__given_name="Emil").ends == YESTERDAY


def test_whoever_was_written_down_by_hand_is_never_ended_by_a_list(world: World) -> None:
    imported = read_in(world, csv(STUDENTS, EVA), end=True, sure=True)
    assert imported.absent == 0
    assert Enrolment.objects.get(student=world.ola).ends is None
    assert "only_in_tett" in {
        row.told[0][0] for row in Line.objects.filter(imported=looked_over(world, csv(STUDENTS, EVA)))
    }


def test_half_a_list_ends_nobody_without_a_second_yes(world: World) -> None:
    many = [f"{n};Navn{n};Ny;01.05.2010;1NAA;;;;;" for n in range(10, 40)]
    read_in(world, csv(STUDENTS, *many))
    imported = looked_over(world, csv(STUDENTS, *many[:15]))
    assert (imported.absent, imported.unusual) == (15, True)
    rita = world.actor("rita")
    with pytest.raises(Refusal, match="uvanlig mange"):
        confirm(imported, end_absent=True, sure=False, by=rita, at=NOW)
    write(confirm(imported, end_absent=False, sure=False, by=rita, at=NOW), by=rita, at=NOW)
    assert Enrolment.objects.filter(ends__isnull=False).count() == 0
    imported = read_in(world, csv(STUDENTS, *many[:15]), end=True, sure=True)
    assert Enrolment.objects.filter(ends__isnull=False).count() == 15


def test_a_last_day_for_unusually_many_asks_for_a_second_yes_too(world: World) -> None:
    many = [f"{n};Navn{n};Ny;01.05.2010;1NAA;;;;;" for n in range(10, 40)]
    read_in(world, csv(STUDENTS, *many))
    imported = looked_over(world, csv(f"{STUDENTS};Til", *(f"{row};01.09.2026" for row in many)))
    with pytest.raises(Refusal, match="uvanlig mange"):
        confirm(imported, end_absent=False, sure=False, by=world.actor("rita"), at=NOW)


def test_whoever_stands_on_a_line_that_cant_be_used_has_not_left(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA, EMIL))
    imported = read_in(world, csv(STUDENTS, EVA, "2;Emil;;31.12.2009;1NAB;;;;;", "x y;Emil;Ny;;1NAB;;;;;"), end=True)
    assert (imported.absent, Enrolment.objects.get(student__given_name="Emil").ends) == (0, None)


def test_a_last_day_ends_and_a_return_begins_again(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    Enrolment.objects.filter(student__given_name="Eva").update(starts=START)
    read_in(world, csv(f"{STUDENTS};Til", f"{EVA};01.09.2026"))
    assert Enrolment.objects.get(student__given_name="Eva").ends == date(2026, 9, 1)
    assert not looked_over(world, csv(f"{STUDENTS};Til", f"{EVA};01.09.2026")).writes
    read_in(world, csv(STUDENTS, EVA))
    assert [e.starts for e in Enrolment.objects.filter(student__given_name="Eva").order_by("starts")] == [START, TODAY]


def test_what_was_put_right_by_hand_stays_until_it_is_released(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    eva = Person.objects.get(given_name="Eva")
    Person.objects.filter(pk=eva.pk).update(family_name="Rettet")
    rita = world.actor("rita")
    note_corrections(eva, ["family_name", "enrolment"], by=rita, at=NOW)
    imported = read_in(world, csv(STUDENTS, EVA.replace("1NAA", "1NAB")))
    eva.refresh_from_db()
    assert (eva.family_name, Enrolment.objects.get(student=eva).school_class.name) == ("Rettet", "1NAA")
    assert (imported.odd > 0, imported.changed) == (True, 0)
    release_corrections(eva, ["family_name", "enrolment"], by=rita, at=NOW)
    read_in(world, csv(STUDENTS, EVA.replace("1NAA", "1NAB")))
    eva.refresh_from_db()
    assert (eva.family_name, Enrolment.objects.get(student=eva).school_class.name) == ("Ny", "1NAB")


def test_what_is_written_is_what_was_seen(world: World) -> None:
    imported = looked_over(world, csv(STUDENTS, EVA))
    rita = world.actor("rita")
    confirm(imported, end_absent=False, sure=False, by=rita, at=NOW)
    end_enrolment(Enrolment.objects.get(student=world.ola), TODAY - timedelta(days=2), by=rita, at=NOW)
    shown = write(imported, by=rita, at=NOW)
    assert (shown.state, "Noe er endret" in shown.refusal) == (State.READY, True)
    assert not Person.objects.filter(given_name="Eva").exists()
    assert write(confirm(shown, end_absent=False, sure=False, by=rita, at=NOW), by=rita, at=NOW).state == State.DONE


def test_a_worker_that_dies_leaves_all_or_nothing_and_twice_is_once(world: World) -> None:
    imported = looked_over(world, csv(STUDENTS, EVA, EMIL))
    rita = world.actor("rita")
    confirm(imported, end_absent=False, sure=False, by=rita, at=NOW)
    before = everything(world)
    # Whoever wrote it died before the end: the transaction is undone, and the import waits to be written.
    assert (Import.objects.get().state, everything(world)) == (State.WRITING, before)
    write(imported, by=rita, at=NOW)
    done = everything(world)
    write(imported, by=rita, at=NOW)
    check(imported, by=rita, at=NOW)
    assert everything(world) == done != before


def test_what_was_sent_goes_as_soon_as_it_is_written_and_the_log_stands(world: World, nobody: Actor) -> None:
    imported = read_in(world, csv(STUDENTS, EVA, EMIL))
    assert (Upload.objects.count(), Line.objects.count(), imported.state) == (0, 0, State.DONE)
    lines = Event.objects.filter(what="person.read_in")
    assert {row.thing_id for row in lines} == set(
        Person.objects.filter(family_name="Ny").values_list("public_id", flat=True)
    )
    assert Event.objects.get(what="list.read_in").facts["added"] == 2
    assert broken_line(nobody) is None


def test_the_year_is_told_once(world: World, django_capture_on_commit_callbacks: object) -> None:
    heard: list[int] = []
    roster_changed.connect(lambda school_id, **_: heard.append(school_id), weak=False, dispatch_uid="test")
    try:
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # pytest-django's fixture
            read_in(world, csv(STUDENTS, EVA, EMIL, ELSE))
    finally:
        roster_changed.disconnect(dispatch_uid="test")
    assert heard == [world.school.pk]


@pytest.mark.parametrize("name", ["kari", "hanne", "petra", "carl", "adam", "ola", "guro", "vera"])
def test_only_those_who_lead_the_school_read_lists_in(world: World, name: str) -> None:
    imported = looked_over(world, csv(STUDENTS, EVA))
    by = world.actor(name)
    with pytest.raises(Refusal):
        receive(world.school, 2026, [("a.csv", csv(STUDENTS, EVA))], by=by, at=NOW)
    for step in (check, write):
        with pytest.raises(Refusal):
            step(imported, by=by, at=NOW)
    with pytest.raises(Refusal):
        confirm(imported, end_absent=False, sure=False, by=by, at=NOW)


def test_odd_lines_are_told_with_their_number_and_the_others_are_written(world: World) -> None:
    imported = read_in(world, csv(STUDENTS, EVA, "2;;;;;;;;;", EMIL.replace("2;", "4;")))
    assert (imported.added, Person.objects.filter(family_name="Ny").count()) == (2, 2)
    again = looked_over(world, csv(STUDENTS, EVA, "2;;;;;;;;;"))
    assert odd_lines(again)[3] == ["no_name", "no_class"]
