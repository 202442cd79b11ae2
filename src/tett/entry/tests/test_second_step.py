"""Two steps: who is asked, what is taken, and what happens to those who have only one."""

from base64 import b32decode, b32encode, b64encode
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings

from tests.cast import World
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.clock import now, real_now
from tett.base.rules import Refusal
from tett.entry import words
from tett.entry.actions.codeapp import add_app, remove_app, try_code
from tett.entry.actions.recovery import make_codes, reset_factors
from tett.entry.models import CodeApp, RecoveryCode, Visit
from tett.entry.rules.totp import code_at
from tett.entry.tests.conftest import PASSWORD, SEED, Come, code_now, enter, login_of, with_app
from tett.notify.models import Mail, Notice
from tett.people.models import Assignment, Attempt, Contact, Person
from tett.people.queries import actor_for
from tett.people.tests.saying import said


def step(browser: Client, code: str) -> Any:
    """Send the second step."""
    return browser.post("/logg-inn/andre-trinn/", {"code": code})


def test_who_has_an_app_is_asked_for_its_code_before_anything_opens(school: World) -> None:
    with_app("kari")
    browser = Client()
    assert enter(browser, next="/oppgaver/")["Location"] == "/logg-inn/andre-trinn/"
    assert browser.get("/min-dag/").status_code == 302
    assert step(browser, code_now())["Location"] == "/oppgaver/"
    assert browser.get("/min-dag/").status_code == 200
    assert Visit.objects.get().how == words.How.CODE


def test_a_code_is_taken_once(school: World) -> None:
    with_app("kari")
    for expected in (302, 422):
        browser = Client()
        enter(browser)
        assert step(browser, code_now()).status_code == expected


def test_the_session_has_another_key_after_each_step(school: World) -> None:
    with_app("kari")
    browser, keys = Client(), []
    enter(browser)
    keys.append(browser.session.session_key)
    step(browser, code_now())
    keys.append(browser.session.session_key)
    assert len(set(keys)) == 2


def test_wrong_codes_are_counted_and_soon_refused_unseen(school: World) -> None:
    with_app("kari")
    browser = Client()
    enter(browser)
    for _ in range(8):
        assert str(words.WRONG_CODE) in step(browser, "000000").content.decode()
    assert str(words.TOO_MANY_TRIES) in step(browser, code_now()).content.decode()
    Attempt.objects.all().delete()
    assert step(browser, code_now()).status_code == 302


def test_the_second_step_waits_for_ten_minutes_only(school: World) -> None:
    with_app("kari")
    browser = Client()
    enter(browser)
    session = browser.session
    session["pending"] = session["pending"] | {"at": (real_now() - timedelta(minutes=11)).isoformat()}
    session.save()
    assert step(browser, code_now())["Location"] == "/logg-inn/"
    assert browser.get("/min-dag/").status_code == 302


def test_the_second_step_is_nothing_without_the_first(school: World) -> None:
    with_app("kari")
    assert step(Client(), code_now())["Location"] == "/logg-inn/"


def test_a_code_on_paper_opens_once_and_is_stored_nowhere(school: World) -> None:
    login = with_app("kari")
    codes = make_codes(login, by=actor_for(login, now()), at=now())
    assert len(set(codes)) == 10
    marks = [bytes(mark) for mark in RecoveryCode.objects.values_list("mark", flat=True)]
    assert not any(code.encode() in mark for code in codes for mark in marks)
    for expected in (302, 422):
        browser = Client()
        enter(browser)
        answer = step(browser, codes[3].lower())
        assert answer.status_code == expected
    assert ("recovery_code.used", None) in said(school.kari)
    assert RecoveryCode.objects.filter(used_at__isnull=True).count() == 9


def test_new_codes_are_the_end_of_the_old(school: World) -> None:
    login = with_app("kari")
    by = actor_for(login, now())
    old, new = (make_codes(login, by=by, at=now())[0] for _ in range(2))
    with pytest.raises(Refusal, match=str(words.WRONG_CODE)[:20]):
        try_code(login, old, address="", by=by, at=real_now())
    assert try_code(login, new, address="", by=by, at=real_now()) == words.How.RECOVERY


def test_the_seed_lies_sealed_and_opens_for_nobody_else(school: World) -> None:
    with_app("kari")
    row = CodeApp.objects.get()
    assert SEED not in bytes(row.sealed)
    # The same bytes in another's row don't open there.
    CodeApp.objects.create(login=login_of("ola"), sealed=row.sealed, last_step=0, added_at=now())
    with pytest.raises(Refusal):
        try_code(login_of("ola"), code_now(), address="", by=actor_for(login_of("ola"), now()), at=real_now())


@pytest.mark.parametrize("address", ["/min-dag/", "/tavla/", "/oppgaver/", "/meg/innlogging/"])
def test_a_leader_with_a_password_alone_is_led_to_set_up_the_second_step(school: World, address: str) -> None:
    browser = Client()
    enter(browser, "rita")
    assert browser.get(address)["Location"] == f"/meg/innlogging/to-trinn/?next={address.replace('/', '%2F')}"
    part = browser.get(address, headers={"HX-Request": "true"})
    assert (part.status_code, part["HX-Redirect"][:25]) == (204, "/meg/innlogging/to-trinn/")
    assert browser.get("/meg/innlogging/to-trinn/").status_code == 200
    assert browser.get("/jonsberg/").status_code == 200


def test_a_teacher_with_a_password_alone_is_not(school: World) -> None:
    browser = Client()
    enter(browser)
    assert browser.get("/min-dag/").status_code == 200


def test_a_role_given_meanwhile_asks_at_the_next_tap(school: World) -> None:
    browser = Client()
    enter(browser)
    school.role("kari", Role.DEPUTY, starts=now().date())
    assert "to-trinn" in browser.get("/min-dag/")["Location"]


def test_a_leader_sets_up_an_app_and_gets_codes_and_is_in(school: World) -> None:
    browser = Client()
    enter(browser, "rita")
    page = browser.get("/meg/innlogging/app/").content.decode()
    assert "<svg" in page
    seed = _seed_in(page)
    assert browser.post("/meg/innlogging/app/", {"code": "000000"}).status_code == 422
    answer = browser.post("/meg/innlogging/app/", {"code": code_at(seed, int(real_now().timestamp()))})
    assert answer["Location"] == "/meg/innlogging/koder/"
    assert browser.post("/meg/innlogging/koder/nye/")["Location"] == "/meg/innlogging/koder/"
    for _ in range(2):
        assert browser.get("/meg/innlogging/koder/").content.decode().count("<li>") >= 10
    browser.post("/meg/innlogging/koder/ferdig/")
    assert "code-list" not in browser.get("/meg/innlogging/koder/").content.decode()
    assert browser.get("/min-dag/").status_code == 200
    assert [what for what, _ in said(school.rita)] == ["login.used", "code_app.added", "recovery_codes.made"]


def test_who_sets_up_the_second_step_is_out_where_they_came_in_by_one(school: World) -> None:
    here, elsewhere = Client(), Client()
    for browser in (here, elsewhere):
        enter(browser)
    seed = _seed_in(here.get("/meg/innlogging/app/").content.decode())
    here.post("/meg/innlogging/app/", {"code": code_at(seed, int(real_now().timestamp()))})
    assert (here.get("/min-dag/").status_code, elsewhere.get("/min-dag/").status_code) == (200, 302)


def _seed_in(page: str) -> bytes:
    return b32decode(page.partition('class="spelled">')[2].partition("<")[0].replace(" ", ""))


def test_neither_seed_nor_codes_lie_open_in_the_session(school: World) -> None:
    browser = Client()
    enter(browser, "rita")
    seed = _seed_in(browser.get("/meg/innlogging/app/").content.decode())
    kept = str(dict(browser.session.items()))
    assert not any(shape in kept for shape in (seed.hex(), b32encode(seed).decode(), b64encode(seed).decode()))


def test_one_who_needs_two_steps_keeps_the_last_and_another_may_let_it_go(school: World) -> None:
    rita, kari = with_app("rita"), with_app("kari")
    with pytest.raises(Refusal, match=str(words.LAST_FACTOR)[:20]):
        remove_app(rita, by=actor_for(rita, now()), at=now())
    remove_app(kari, by=actor_for(kari, now()), at=now())
    assert list(CodeApp.objects.values_list("login__username", flat=True)) == ["rita"]


def test_nobody_sets_up_anothers_app(school: World) -> None:
    by = actor_for(login_of("kari"), now())
    with pytest.raises(Refusal):
        add_app(login_of("ola"), SEED, code_now(), by=by, at=real_now())


@pytest.mark.parametrize(
    ("who", "may"), [("dag", True), ("carl", True), ("petra", False), ("kari", False), ("adam", False), ("rita", False)]
)
def test_a_lost_phone_is_no_end_another_who_leads_takes_the_second_step_away(
    school: World, come: Come, who: str, may: bool
) -> None:
    Contact.objects.create(person=school.rita, email="rita@reach.invalid")
    with_app("rita")
    session = come(who).post(f"/skolen/innlogging/{school.rita.public_id}/nullstill/")
    assert session.status_code == (302 if may else 404)
    assert CodeApp.objects.exists() != may
    if may:
        assert ("factors.reset", school.people[who].pk) in said(school.rita)
        assert Notice.objects.filter(person_id=school.rita.pk, kind="entry.reset").count() == 1
        assert Mail.objects.filter(to="rita@reach.invalid").exists()


def test_what_is_reset_ends_open_sessions(school: World) -> None:
    with_app("rita")
    browser = Client()
    enter(browser, "rita")
    step(browser, code_now())
    assert browser.get("/min-dag/").status_code == 200
    dag = actor_for(login_of("dag"), now())
    reset_factors(Person.objects.get(pk=school.rita.pk), by=dag, at=now())
    assert browser.get("/min-dag/").status_code == 302


def test_the_demo_counts_as_two_steps_in_the_demo_alone(school: World) -> None:
    browser = Client()
    browser.force_login(login_of("rita"))
    session = browser.session
    session["how"] = "demo"
    session.save()
    assert browser.get("/tavla/").status_code == 302
    with override_settings(DEMO=True):
        assert browser.get("/tavla/").status_code == 200


def test_a_session_that_says_nothing_of_how_is_not_trusted(school: World) -> None:
    browser = Client()
    browser.force_login(login_of("rita"))
    session = browser.session
    del session["how"]
    session.save()
    assert "to-trinn" in browser.get("/tavla/")["Location"]


def test_the_end_of_the_role_is_the_end_of_the_question(school: World) -> None:
    browser = Client()
    enter(browser, "rita")
    Assignment.objects.filter(person=school.rita).update(ends=now().date() - timedelta(days=1))
    assert browser.get("/min-dag/").status_code == 403


def test_what_is_set_up_is_in_the_log_without_anything_secret(school: World) -> None:
    login = with_app("kari")
    codes = make_codes(login, by=actor_for(login, now()), at=now())
    lines = str(list(Event.objects.values()))
    assert PASSWORD not in lines
    assert not any(code in lines for code in codes)
