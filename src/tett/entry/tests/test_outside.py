"""By Feide and ID-porten: a real round trip to a provider on this machine, and to one that lies."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread
from pytest_django.fixtures import Settings

from tests.cast import World
from tett.audit.models import Event
from tett.base.clock import now
from tett.entry import words
from tett.entry.models import Visit
from tett.entry.queries import providers as asking
from tett.entry.rules.tokens import FEIDE, FEIDE_NAME, FEIDE_OTHERS, FEIDE_TWO_STEPS, IDPORTEN
from tett.entry.tests.conftest import code_now, login_of, with_app
from tett.entry.tests.liar import Liar, lying
from tett.people.actions.identifiers import give_identifier
from tett.people.models import Assignment, Identifier, Login, Person
from tett.people.queries import actor_for
from tett.people.words import IdentifierKind, IdentifierSource

#: The provider of the tests is written for an earlier release of the library that it is made of.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
#: Made up, as those that tests of public systems use (the month has 80 added), and with right control digits.
PID = "21895490056"
OTHER_PID = "17912090140"
FEIDE_USERS = [
    User(sub="kari", claims={FEIDE_NAME: "kari@prove.example"}),
    User(sub="ola", claims={FEIDE_OTHERS: ["feide:Ola@Prove.example"]}),
    User(sub="rita", claims={FEIDE_NAME: "rita@prove.example"}),
    User(sub="rita-two", claims={FEIDE_NAME: "rita@prove.example", "acr": FEIDE_TWO_STEPS}),
    User(sub="vera", claims={FEIDE_NAME: "vera@prove.example"}),
    User(sub="new", claims={FEIDE_NAME: "new@prove.example", "email": "kari@reach.invalid", "name": "Kari Prøve"}),
    User(sub="nameless", claims={}),
]
STATE_USERS = [
    User(sub="guro", claims={"pid": PID, "acr": "idporten-loa-substantial"}),
    User(sub="guro-low", claims={"pid": PID, "acr": "idporten-loa-low"}),
    User(sub="guro-none", claims={"pid": PID}),
    User(sub="unknown", claims={"pid": OTHER_PID, "acr": "idporten-loa-high"}),
]


def provider(key: str, issuer: str) -> dict[str, str]:
    """Give the settings of a provider."""
    return {
        "key": key,
        "name": "Feide" if key == FEIDE else "ID-porten",
        "issuer": issuer,
        "client": "tett",
        "secret": "hemmelig",
    }


@pytest.fixture
def known(school: World) -> World:
    """Let the roster know some by their Feide names, and Guro by her number."""
    for name in ("kari", "ola", "rita", "vera"):
        _know(school.people[name], IdentifierKind.FEIDE, f"{name}@prove.example")
    rita = actor_for(login_of("rita"), now())
    give_identifier(school.guro, IdentifierKind.NATIONAL, PID, by=rita, at=now())
    return school


def _know(person: Person, kind: IdentifierKind, value: str) -> None:
    Identifier.objects.create(
        owner_id=person.owner_id, person=person, kind=kind, value=value, source=IdentifierSource.LIST
    )


@pytest.fixture(scope="module")
def ports() -> Iterator[dict[str, int]]:
    """Let both providers answer on this machine."""
    with (
        run_server_in_thread(require_nonce=True, user_claims=FEIDE_USERS) as feide,
        run_server_in_thread(require_nonce=True, user_claims=STATE_USERS) as state,
    ):
        yield {FEIDE: feide.server_port, IDPORTEN: state.server_port}


@pytest.fixture
def outside(known: World, settings: Settings, ports: dict[str, int]) -> World:
    """Let the school use both."""
    settings.PROVIDERS = [provider(key, f"http://localhost:{port}") for key, port in ports.items()]
    return known


def travel(browser: Client, key: str, sub: str, wanted: str = "") -> Any:
    """Go to the provider, be somebody there, and come back."""
    to = browser.get(f"/logg-inn/med/{key}/", {"next": wanted} if wanted else {})["Location"]
    sent_back = requests.post(to, data={"sub": sub}, allow_redirects=False, timeout=5).headers["Location"]
    parts = urlsplit(sent_back)
    return browser.get(f"{parts.path}?{parts.query}")


def stored() -> tuple[int, int, int]:
    """Count what could be created."""
    return Login.objects.count(), Person.objects.count(), Assignment.objects.count()


def test_staff_and_students_come_by_feide_and_to_the_page_they_wanted(outside: World) -> None:
    for name in ("kari", "ola"):
        browser = Client()
        assert travel(browser, FEIDE, name, "/klasser/")["Location"] == "/klasser/"
        assert browser.get("/min-dag/").status_code == 200
        assert str(login_of(name).pk) == browser.session["_auth_user_id"]


def test_guardians_come_by_idporten_at_a_level_that_is_high_enough(outside: World) -> None:
    browser = Client()
    assert travel(browser, IDPORTEN, "guro")["Location"] == "/min-dag/"
    assert browser.get("/min-dag/").status_code == 200
    assert Visit.objects.get().how == words.How.IDPORTEN
    for low in ("guro-low", "guro-none"):
        weak = Client()
        answer = travel(weak, IDPORTEN, low)
        assert str(words.OUTSIDE_TOO_WEAK) in answer.content.decode()
        assert weak.get("/min-dag/").status_code == 302


@pytest.mark.parametrize(("key", "sub"), [(FEIDE, "new"), (FEIDE, "nameless"), (IDPORTEN, "unknown")])
def test_whom_the_school_does_not_know_gets_a_sentence_and_becomes_nobody(outside: World, key: str, sub: str) -> None:
    before, events = stored(), Event.objects.count()
    browser = Client()
    answer = travel(browser, key, sub)
    assert answer.status_code == 422
    assert str(words.NOT_KNOWN_OUTSIDE) in answer.content.decode()
    assert (stored(), Event.objects.count()) == (before, events)
    assert browser.get("/min-dag/").status_code == 302


def test_one_whom_the_school_knows_gets_a_login_the_first_time_and_never_a_role(outside: World) -> None:
    Login.objects.filter(person__in=[outside.ola, outside.vera]).delete()
    _logins, people, roles = stored()
    for _ in range(2):
        assert travel(Client(), FEIDE, "ola").status_code == 302
    assert Login.objects.filter(person=outside.ola).count() == 1
    assert not login_of("ola.prove").has_usable_password()
    # Vera's role ended yesterday: there is nothing to open.
    answer = travel(Client(), FEIDE, "vera")
    assert str(words.NO_ROLE_OUTSIDE) in answer.content.decode()
    assert not Login.objects.filter(person=outside.vera).exists()
    assert stored()[1:] == (people, roles)


def test_a_closed_login_stays_closed(outside: World) -> None:
    Login.objects.filter(username="kari").update(is_active=False)
    assert str(words.TICKET_CLOSED) in travel(Client(), FEIDE, "kari").content.decode()


def test_feide_alone_is_one_step_for_those_who_need_two(outside: World) -> None:
    browser = Client()
    travel(browser, FEIDE, "rita")
    assert "to-trinn" in browser.get("/min-dag/")["Location"]
    two = Client()
    travel(two, FEIDE, "rita-two")
    assert two.get("/min-dag/").status_code == 200
    with_app("rita")
    third = Client()
    assert travel(third, FEIDE, "rita")["Location"] == "/logg-inn/andre-trinn/"
    assert third.post("/logg-inn/andre-trinn/", {"code": code_now()}).status_code == 302
    assert third.get("/min-dag/").status_code == 200


def test_the_number_of_a_guardian_stands_nowhere(outside: World) -> None:
    browser = Client()
    travel(browser, IDPORTEN, "guro")
    kept = str([list(table.objects.values()) for table in (Identifier, Login, Event, Visit)])
    assert PID not in kept + str(dict(browser.session.items()))


def test_the_question_has_all_that_keeps_it_from_being_answered_to_another(outside: World) -> None:
    asked = [parse_qs(urlsplit(Client().get("/logg-inn/med/idporten/")["Location"]).query) for _ in range(2)]
    for question in asked:
        assert question["response_type"] == ["code"]
        assert question["code_challenge_method"] == ["S256"]
        assert question["acr_values"] == ["idporten-loa-substantial"]
        assert question["scope"] == ["openid"]
    for name in ("state", "nonce", "code_challenge"):
        assert len(asked[0][name][0]) >= 43
        assert asked[0][name] != asked[1][name]


def test_an_answer_is_taken_by_the_session_that_asked_and_once(outside: World) -> None:
    victim, attacker = Client(), Client()
    to = attacker.get("/logg-inn/med/feide/")["Location"]
    back = requests.post(to, data={"sub": "kari"}, allow_redirects=False, timeout=5).headers["Location"]
    path = f"{urlsplit(back).path}?{urlsplit(back).query}"
    victim.get("/logg-inn/med/feide/")
    assert victim.get(path).status_code == 422
    assert Client().get(path).status_code == 422
    assert attacker.get(path).status_code == 302
    assert attacker.get(path).status_code == 422


def test_what_came_by_feide_is_told_where_else_one_is_still_in(outside: World) -> None:
    browser = Client()
    travel(browser, FEIDE, "kari")
    left = browser.post("/logg-ut/")
    assert left["Location"] == "/logg-ut/feide/"
    assert left["Clear-Site-Data"] == '"cache", "storage"'
    page = browser.get("/logg-ut/feide/").content.decode()
    assert "post_logout_redirect_uri" in page
    assert browser.get("/min-dag/").status_code == 302


def test_somebody_without_a_password_shows_who_they_are_by_feide_again(outside: World) -> None:
    browser = Client()
    travel(browser, FEIDE, "kari")
    to = browser.get("/logg-inn/med/feide/", {"next": "/klasser/"})["Location"]
    assert parse_qs(urlsplit(to).query)["prompt"] == ["login"]
    session = browser.session
    session["proved_at"] = "2020-01-01T00:00:00+00:00"
    session.save()
    for sub, status in (("ola", 422), ("kari", 302)):
        assert travel(browser, FEIDE, sub, "/klasser/").status_code == status
    assert browser.session["proved_at"] > "2021"
    assert browser.session["_auth_user_id"] == str(login_of("kari").pk)


def test_without_settings_there_is_no_such_way(known: World) -> None:
    for path in ("/logg-inn/med/feide/", "/logg-inn/med/feide/tilbake/?code=c&state=s", "/logg-inn/med/idporten/"):
        assert Client().get(path).status_code == 404
    assert "Feide" not in Client().get("/logg-inn/").content.decode()


def test_a_provider_that_does_not_answer_is_a_sentence(known: World, settings: Settings) -> None:
    asking._about.cache_clear()
    settings.PROVIDERS = [provider(FEIDE, "http://127.0.0.1:9")]
    answer = Client().get("/logg-inn/med/feide/")
    assert answer.status_code == 422
    assert str(words.OUTSIDE_SILENT) in answer.content.decode()
    assert "Logg inn med Feide" in Client().get("/logg-inn/").content.decode()


@pytest.fixture
def liar(known: World, settings: Settings) -> Iterator[Liar]:
    """Let Feide be somebody who lies."""
    asking._about.cache_clear()
    asking._keys.cache_clear()
    with lying() as found:
        settings.PROVIDERS = [provider(FEIDE, found.issuer)]
        found.claims = {FEIDE_NAME: "kari@prove.example"}
        yield found


def visit(liar: Liar) -> tuple[Client, Any]:
    """Go there and back."""
    browser = Client()
    back = liar.goes(browser.get("/logg-inn/med/feide/")["Location"])
    return browser, browser.get(back)


def test_the_same_one_is_believed_when_it_is_honest(liar: Liar) -> None:
    browser, answer = visit(liar)
    assert answer.status_code == 302
    assert browser.get("/min-dag/").status_code == 200
    assert liar.proves_the_challenge


@pytest.mark.parametrize("lie", ["unsigned", "shared", "key", "kid", "changed"])
def test_a_token_that_is_not_signed_as_it_should_is_not_believed(liar: Liar, lie: str) -> None:
    liar.lie = lie
    browser, answer = visit(liar)
    assert answer.status_code == 422
    assert str(words.OUTSIDE_FAILED) in answer.content.decode()
    assert browser.get("/min-dag/").status_code == 302


@pytest.mark.parametrize(
    "claims", [{"nonce": "another"}, {"aud": "another"}, {"iss": "http://127.0.0.1:1"}, {"exp": 1}, {"sub": ""}]
)
def test_a_token_that_is_for_another_time_or_place_is_not_believed(liar: Liar, claims: dict[str, Any]) -> None:
    liar.claims |= claims
    assert visit(liar)[1].status_code == 422


def test_what_is_said_elsewhere_must_be_about_the_same_one(liar: Liar) -> None:
    liar.claims, liar.userinfo = {}, {FEIDE_NAME: "kari@prove.example", "sub": "another"}
    assert visit(liar)[1].status_code == 422
    liar.userinfo["sub"] = "s"
    assert visit(liar)[1].status_code == 302


@pytest.mark.parametrize(
    "about", [{"issuer": "http://127.0.0.1:1"}, {"token_endpoint": "http://ond.example/token"}, {"jwks_uri": None}]
)
def test_a_provider_that_says_it_is_another_or_points_into_the_open_is_not_asked(
    liar: Liar, about: dict[str, Any]
) -> None:
    liar.about = about
    assert Client().get("/logg-inn/med/feide/").status_code == 422
