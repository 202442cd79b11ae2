"""What somebody is told of what is stored about them, and who has seen it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, TODAY, World
from tests.crowd import join
from tett.audit.models import Event
from tett.people.actions.openings import note_class_opened, note_person_opened
from tett.people.models import Contact, Enrolment, Login
from tett.privacy.queries import Group, everything_about_me, who_has_seen_me
from tett.tasks.actions import complete, mark_not_done

pytestmark = pytest.mark.django_db


def _told(groups: tuple[Group, ...], model: str) -> list[dict[str, str]]:
    return [dict(line.facts) for group in groups if group.table.model == model for line in group.lines]


def _client(name: str) -> Client:
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client


def test_somebody_sees_what_is_known_of_them_and_nothing_of_others(world: World) -> None:
    join(world)
    groups = everything_about_me(world.actor("ola"))
    (me,) = _told(groups, "people.Person")
    assert (me["fornavn"], me["skjermet adresse"]) == ("Ola", "nei")
    (reach,) = _told(groups, "people.Contact")
    assert reach["e-post"] == "ola@reach.invalid"
    said = json.dumps([_told(groups, group.table.model) for group in groups])
    assert "siri@reach.invalid" not in said


def test_guardians_are_never_named_to_one_another(world: World) -> None:
    join(world)
    rights = _told(everything_about_me(world.actor("guro")), "people.Guardianship")
    assert [(row["foresatt"], row["elev"]) for row in rights] == [("deg", "Ola Prøve")]
    of_ola = _told(everything_about_me(world.actor("ola")), "people.Guardianship")
    assert {row["foresatt"] for row in of_ola} == {"en annen person"}


def test_what_also_tells_of_others_is_counted_and_asked_for_at_the_school(world: World) -> None:
    world.task(student=world.ola)
    groups = everything_about_me(world.actor("ola"))
    (tasks,) = [group for group in groups if group.table.model == "tasks.Task"]
    assert (tasks.lines, tasks.others) == ((), 1)


def test_free_text_is_shown_to_the_one_who_wrote_it(world: World) -> None:
    task = world.task()
    mark_not_done(task, "Alle var på tur", by=world.actor("rita"), at=NOW)
    (hers,) = _told(everything_about_me(world.actor("rita")), "tasks.Task")
    (his,) = _told(everything_about_me(world.actor("kari")), "tasks.Task")
    assert hers["grunn"] == "Alle var på tur"
    assert "grunn" not in his


def test_secrets_are_never_shown(world: World) -> None:
    Login.objects.filter(username="kari").update(password="argon2$zq-hash-qz")
    said = repr(everything_about_me(world.actor("kari"), most=None))
    assert "zq-hash-qz" not in said
    assert world.kari.public_id not in said


def test_a_page_shows_the_newest_and_the_file_all(today: World) -> None:
    for _ in range(12):
        task = today.task(opens=TODAY, due=TODAY + timedelta(days=400))
    assert task.pk
    page = everything_about_me(today.actor("kari"))
    (tasks,) = [group for group in page if group.table.model == "tasks.Task"]
    assert (len(tasks.lines), tasks.more) == (10, True)
    answer = _client("kari").get("/meg/om-meg/fil/")
    assert "attachment" in answer["Content-Disposition"]
    (found,) = [group for group in answer.json()["lagret"] if group["hva"] == str(tasks.table.title)]
    assert len(found["rader"]) == 12
    assert {"hvorfor", "hjemmel", "hvor lenge", "hvem leser"} <= found.keys()


def test_as_many_questions_for_one_row_as_for_many(world: World) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            everything_about_me(world.actor("kari"))
        return len(queries)

    task = world.task()
    complete(task, happened_on=TODAY, note="x", link="", file=None, by=world.actor("kari"), at=NOW)
    few = asked()
    for _ in range(30):
        task = world.task()
        complete(task, happened_on=TODAY, note="x", link="", file=None, by=world.actor("kari"), at=NOW)
    assert asked() == few


def test_who_opened_my_page_is_told_by_role_and_day(world: World) -> None:
    for name in ("sven", "sven", "rita", "ola"):
        note_person_opened(world.ola, reached=False, by=world.actor(name), at=NOW)
    seen = who_has_seen_me(world.actor("ola"))
    assert [(one.role, one.times, one.day) for one in seen] == [("rektor", 1, TODAY), ("faglærer", 2, TODAY)]


def test_my_own_guardian_is_told_as_a_guardian(world: World) -> None:
    note_person_opened(world.ola, reached=True, by=world.actor("guro"), at=NOW)
    assert [one.role for one in who_has_seen_me(world.actor("ola"))] == ["foresatt"]


def test_whoever_opened_the_list_of_my_class_saw_me_while_i_was_in_it(world: World) -> None:
    Enrolment.objects.filter(student=world.ola).update(ends=TODAY)
    note_class_opened(world.classes["1NAA"], by=world.actor("kari"), at=NOW)
    note_class_opened(world.classes["1NAA"], by=world.actor("kari"), at=NOW + timedelta(days=1))
    note_class_opened(world.classes["1TIA"], by=world.actor("rita"), at=NOW)
    later = world.actor("ola", NOW + timedelta(days=2))
    assert [(one.what, one.role, one.times) for one in who_has_seen_me(later)] == [("class.opened", "kontaktlærer", 1)]


def test_each_opening_of_anothers_page_is_one_line_of_the_log(today: World) -> None:
    Contact.objects.create(person=today.ola, phone="000")
    client, address = _client("kari"), f"/folk/{today.ola.public_id}/"
    for _ in range(3):
        assert client.get(address).status_code == 200
    lines = Event.objects.filter(what="person.opened", thing_id=today.ola.public_id)
    assert [line.facts for line in lines] == [{"as": "contact_teacher", "reached": True}] * 3
    assert _client("petra").get(address).status_code == 404
    assert lines.count() == 3


def test_a_list_with_how_a_class_is_reached_is_logged_and_one_without_is_not(today: World) -> None:
    address = f"/klasser/{today.classes['1NAA'].public_id}/"
    for name in ("kari", "sven", "ola"):
        assert _client(name).get(address).status_code == 200
    lines: list[Any] = list(Event.objects.filter(what="class.opened").values_list("facts", flat=True))
    assert lines == [{"as": "contact_teacher"}]


def test_the_page_tells_it_in_plain_words(today: World) -> None:
    note_person_opened(today.ola, reached=False, by=today.actor("rita"), at=NOW)
    page = _client("ola").get("/meg/om-meg/").content.decode()
    assert "Hva vet Tett om deg?" in page
    assert "Hvem du er" in page
    assert "Datatilsynet" in page
