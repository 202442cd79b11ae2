"""What calendar programs get, and when they get nothing any more."""

import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import NOW, TODAY, World
from tett.access.words import Role
from tett.feeds import views
from tett.feeds.actions import renew, revoke
from tett.feeds.models import Fetch
from tett.feeds.rules.limits import WINDOW, Misses
from tett.feeds.tests.conftest import TurnOn, ask, events, titles
from tett.people.models import Assignment, Enrolment, Login, Person
from tett.tasks.actions import complete, move
from tett.tasks.models import Task
from tett.tasks.words import Evidence

pytestmark = pytest.mark.usefixtures("school")


def test_ones_tasks_stand_on_the_day_they_are_due_with_a_way_to_them(school: World, turn_on: TurnOn) -> None:
    task = school.task("kari", school_class=school.classes["1NAA"])
    _feed, address = turn_on("kari")
    (event,) = [e for e in events(address) if "Frist" in e["SUMMARY"]]
    assert event["SUMMARY"] == "Frist: Klassens time – 1NAA"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (task.due, task.due + timedelta(days=1))
    assert event["UID"].startswith(f"{task.public_id}@")
    assert event["URL"].endswith(reverse("tasks:task", args=[task.public_id]))
    assert event["DESCRIPTION"].startswith("Kan gjøres fra 14.9.")


def test_the_school_days_come_along(turn_on: TurnOn) -> None:
    found = {str(e["SUMMARY"]): (e.decoded("DTSTART"), e.decoded("DTEND")) for e in events(turn_on("ola")[1])}
    assert found["Vinterferie"] == (date(2027, 2, 22), date(2027, 2, 27))
    assert found["Siste skoledag"] == (date(2027, 6, 18), date(2027, 6, 19))


def test_no_name_and_nothing_written_about_anybody_is_told(school: World, turn_on: TurnOn) -> None:
    duty = school.duty(Evidence.TALK, "Bli kjent-samtale")
    for name in ("ola", "siri", "per"):
        school.task("kari", duty, student=school.people[name], school_class=school.classes["1NAA"], target_key=name)
    done = school.task("kari", school.duty(title="Noe annet"))
    complete(done, happened_on=TODAY, note="Ola gruer seg", by=school.actor("kari"), at=NOW)
    _feed, address = turn_on("kari")
    assert titles(address) == ["Frist: Bli kjent-samtale – 1NAA (3 igjen)"]
    text = ask(address).content.decode()
    assert not [person.given_name for person in Person.objects.all() if re.search(rf"\b{person.given_name}\b", text)]
    assert "Prøve" not in text


def test_what_is_done_leaves_and_what_is_moved_keeps_its_name(school: World, turn_on: TurnOn) -> None:
    task, other = school.task("kari"), school.task("kari", school.duty(title="Foreldremøte"))
    _feed, address = turn_on("kari")
    (before,) = [e for e in events(address) if "Foreldremøte" in e["SUMMARY"]]
    assert before.get("SEQUENCE") is None
    complete(task, happened_on=TODAY, by=school.actor("kari"), at=NOW)
    move(other, TODAY + timedelta(days=10), "Vi venter.", by=school.actor("rita"), at=NOW + timedelta(hours=1))
    (after,) = [e for e in events(address) if "Frist" in e["SUMMARY"]]
    assert after["UID"] == before["UID"]
    assert after.decoded("DTSTART") == TODAY + timedelta(days=10)
    assert (after["SEQUENCE"], after.decoded("LAST-MODIFIED")) == (1, NOW + timedelta(hours=1))


def test_each_happening_has_a_name_of_its_own(school: World, turn_on: TurnOn) -> None:
    duty = school.duty(Evidence.TALK, "Bli kjent-samtale")
    for number, name in enumerate(("ola", "siri", "per")):
        due = TODAY + timedelta(days=4 + number // 2)
        school.task("kari", duty, student=school.people[name], target_key=name, due=due)
    uids = [str(event["UID"]) for event in events(turn_on("kari")[1])]
    assert len(uids) == len(set(uids))


# -- roles and classes -----------------------------------------------------------------------------------------------


def test_a_roles_calendar_tells_when_and_not_whose(school: World, turn_on: TurnOn) -> None:
    duty = school.duty(title="Oppfølging av fravær")
    duty.bearer = Role.COUNSELLOR
    duty.save()
    school.role("cato", Role.COUNSELLOR)
    school.role("cora", Role.COUNSELLOR)
    for name in ("cato", "cora"):
        school.task(name, duty, target_key=name)
    school.task("cato", school.duty(title="Catos eget"))
    _feed, address = turn_on("cora", "role")
    assert titles(address) == ["Frist: Oppfølging av fravær"]
    (event,) = [e for e in events(address) if "Frist" in e["SUMMARY"]]
    assert event["URL"].endswith(reverse("year:duty", args=[duty.public_id]))


def test_the_classs_calendar_has_what_is_arranged_for_it_and_for_the_school(school: World, turn_on: TurnOn) -> None:
    lunch = school.duty(Evidence.ACTIVITY, "Lunsj for alle")
    trip = school.duty(Evidence.ACTIVITY, "Tur")
    school.task("rita", lunch)
    school.task("kari", trip, school_class=school.classes["1NAA"])
    school.task("sven", school.duty(Evidence.ACTIVITY, "En annen klasses"), school_class=school.classes["1NAB"])
    school.task("kari", school.duty(title="Lærerens eget"), school_class=school.classes["1NAA"])
    for who in ("ola", "guro", "kari"):
        assert titles(turn_on(who, "class")[1]) == ["Frist: Lunsj for alle", "Frist: Tur"], who


# -- not modified ----------------------------------------------------------------------------------------------------


def test_what_has_not_changed_is_answered_so(school: World, turn_on: TurnOn) -> None:
    task = school.task("kari")
    address = turn_on("kari")[1]
    first = ask(address)
    tag, changed = first["ETag"], first["Last-Modified"]
    for headers in ({"If-None-Match": tag}, {"If-Modified-Since": changed}, {"If-None-Match": f'"x", {tag}'}):
        again = ask(address, **headers)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    complete(task, happened_on=TODAY, by=school.actor("kari"), at=NOW)
    assert ask(address, **{"If-None-Match": tag}).status_code == 200
    assert ask(address, **{"If-None-Match": '"x"', "If-Modified-Since": changed}).status_code == 200


def test_a_moved_school_day_makes_it_new(school: World, turn_on: TurnOn) -> None:
    address = turn_on("kari")[1]
    tag = ask(address)["ETag"]
    calendar = school.school.calendar
    assert calendar is not None
    calendar.years.get().special_days.all()[0].delete()
    calendar.stamp = "other"
    calendar.save()
    assert ask(address, **{"If-None-Match": tag}).status_code == 200


def test_no_cookie_is_set_and_nobody_on_the_way_may_keep_it(turn_on: TurnOn) -> None:
    answer = ask(turn_on("kari")[1])
    assert not answer.cookies
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["X-Robots-Tag"] == "noindex"


def test_when_it_was_fetched_is_told_its_owner_and_seldom_written(school: World, turn_on: TurnOn) -> None:
    feed, address = turn_on("kari")
    ask(address)
    with CaptureQueriesContext(connection) as asked:
        ask(address)
    assert not [q["sql"] for q in asked if re.match(r"\s*(INSERT|UPDATE|DELETE)", q["sql"])]
    assert Fetch.objects.get(feed=feed).at.date() == TODAY


def test_the_same_number_of_questions_for_one_task_and_for_thirty(school: World, turn_on: TurnOn) -> None:
    address = turn_on("kari")[1]
    numbers: list[int] = []
    for _time in range(2):
        for _number in range(1 + 29 * len(numbers)):
            school.task("kari")
        ask(address)
        with CaptureQueriesContext(connection) as asked:
            ask(address)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 7


# -- the end ---------------------------------------------------------------------------------------------------------


def _end_role(world: World) -> None:
    Assignment.objects.filter(person=world.kari).update(ends=TODAY - timedelta(days=1))


def _end_login(world: World) -> None:
    Login.objects.filter(person=world.kari).update(is_active=False)


def _end_scope(world: World) -> None:
    Assignment.objects.filter(person=world.kari).update(school_class=world.classes["1NAB"])


@pytest.mark.parametrize(
    ("about", "end"),
    [("mine", _end_role), ("mine", _end_login), ("role", _end_role), ("class", _end_scope), ("class", _end_login)],
)
def test_it_ends_with_the_role_and_the_login_at_the_next_request(
    school: World, turn_on: TurnOn, about: str, end: Any
) -> None:
    _feed, address = turn_on("kari", about)
    tag = ask(address)["ETag"]
    end(school)
    assert ask(address).status_code == 404
    assert ask(address, **{"If-None-Match": tag}).status_code == 404


def test_a_student_who_leaves_has_no_calendar_of_the_class(school: World, turn_on: TurnOn) -> None:
    address = turn_on("ola", "class")[1]
    guros = turn_on("guro", "class")[1]
    Enrolment.objects.filter(student=school.ola).update(ends=TODAY - timedelta(days=1))
    assert {ask(address).status_code, ask(guros).status_code} == {404}


def test_revoked_and_renewed_the_old_address_leads_nowhere(school: World, turn_on: TurnOn) -> None:
    feed, address = turn_on("kari")
    _row, secret = renew(feed, by=school.actor("kari"), at=NOW)
    new = reverse("feeds:feed", args=[secret])
    assert (ask(address).status_code, ask(new).status_code) == (404, 200)
    revoke(feed, by=school.actor("kari"), at=NOW)
    assert ask(new).status_code == 404


def test_every_no_looks_the_same_and_asks_as_much(school: World, turn_on: TurnOn) -> None:
    feed, ended = turn_on("kari")
    _other, revoked = turn_on("sven")
    revoke(_other, by=school.actor("sven"), at=NOW)
    _end_role(school)
    answers, questions = set(), set()
    for address in (ended, revoked, "/kalender/finnes-ikke.ics", "/kalender/æøå.ics"):
        with CaptureQueriesContext(connection) as asked:
            answer = ask(address)
        answers.add((answer.status_code, _without(answer.content.decode(), address)))
        questions.add(len(asked))
    assert {status for status, _ in answers} == {404}
    assert len(answers) == len(questions) == 1
    assert feed.secret is not None


def _without(page: str, address: str) -> str:
    """Leave out what every page has of its own: its address and the token of its forms."""
    return (
        re.sub(r'value="[A-Za-z0-9]{64}"|"X-CSRFToken":"\w+"', "", page)
        .replace(address, "")
        .replace(quote(address), "")
    )


def test_who_only_guesses_is_asked_to_wait_and_nobody_else_is(
    school: World, turn_on: TurnOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "_misses", Misses(limit=2))
    address = turn_on("kari")[1]
    answers = [ask(f"/kalender/{number}.ics") for number in range(3)]
    assert [answer.status_code for answer in answers] == [404, 404, 429]
    assert int(answers[-1]["Retry-After"]) > 0
    assert ask(address).status_code == 200


def test_misses_are_counted_by_place_and_forgotten_after_a_while() -> None:
    misses = Misses(limit=1)
    assert [misses.one_more("a", NOW), misses.one_more("b", NOW), misses.one_more("a", NOW)] == [False, False, True]
    assert not misses.one_more("a", NOW + WINDOW + timedelta(seconds=1))


def test_the_database_holds_no_secret(school: World, turn_on: TurnOn) -> None:
    feed, address = turn_on("kari")
    secret = address.removeprefix("/kalender/").removesuffix(".ics")
    assert len(secret) >= 43
    feed.refresh_from_db()
    assert feed.secret
    assert secret not in feed.secret
    assert ask(f"/kalender/{feed.secret}.ics").status_code == 404


def test_only_reading_is_answered(turn_on: TurnOn) -> None:
    address = turn_on("kari")[1]
    assert Client().post(address).status_code == 405
    head = Client().head(address)
    assert (head.status_code, head.content) == (200, b"")


def test_tasks_of_the_far_past_are_let_go(school: World, turn_on: TurnOn) -> None:
    school.task("kari", opens=date(2026, 5, 1), due=date(2026, 5, 8))
    assert titles(turn_on("kari")[1]) == []
    assert Task.objects.count() == 1
