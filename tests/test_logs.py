"""What is said on standard error: nothing of anybody, whatever they ask and whatever breaks (S2, S3)."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path
from pytest_django.plugin import DjangoDbBlocker

from tests.cast import NOW
from tests.matrix.knock import Browser, Probe, address_of, probes
from tests.matrix.scene import WORD, Scene, set_up, word
from tests.matrix.table import ROWS
from tett.base.clock import real_now
from tett.config import logs
from tett.config.settings import MIDDLEWARE, WATCH
from tett.people.models import Person
from tett.ui.doors import open_page

pytestmark = pytest.mark.django_db
PLANTED = word("log", "planted")
FORMATTERS = {"plain": logs.Plain, "json": logs.Json}


@open_page
def _breaks(request: HttpRequest) -> HttpResponse:
    """Break with what somebody wrote in the error's message, in a local variable, and in a line of the log."""
    written = request.GET["q"]
    logging.getLogger("tett.prove").warning("kept %s of %d", written, 3)
    logging.getLogger("library").warning(f"put together {written}")  # noqa: G004 - as libraries do
    try:
        int(written)
    except Exception as why:
        raise LookupError(written) from why
    raise AssertionError(written)


urlpatterns = [path("breaks/", _breaks), path("", include("tett.config.urls"))]


@pytest.fixture(params=FORMATTERS)
def said(request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Listen to everything that is said, as it would be written in each of the two ways."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(FORMATTERS[request.param]())
    root, ours = logging.getLogger(), logging.getLogger("tett.request")
    root.addHandler(handler)
    ours.setLevel(logging.INFO)
    yield stream.getvalue
    root.removeHandler(handler)
    ours.setLevel(logging.NOTSET)


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Build the scene of the matrix of access, full of planted words."""
    shift = NOW - real_now()
    with django_db_blocker.unblock(), override_settings(CLOCK_SHIFT=shift), transaction.atomic():
        yield set_up()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _watched(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [WATCH, *[name for name in MIDDLEWARE if "whitenoise" not in name and name != WATCH]]


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def _every_page(name: str) -> list[Probe]:
    return [probe for probe in probes() if probe.method in {"GET", "POST"} and name in probe.row.among(probe.name)]


@pytest.mark.parametrize("name", ["rita", "kari", "ola"])
def test_no_page_and_no_form_leaves_a_word_of_anybody(scene: Scene, said: Callable[[], str], name: str) -> None:
    browser, names = Browser(name), set(Person.objects.values_list("given_name", flat=True))
    for probe in _every_page(name):
        address = f"{address_of(scene, probe)}?q={PLANTED}"
        with transaction.atomic():
            body = {**ROWS[probe.route].body, "text": PLANTED, "note": PLANTED, "username": PLANTED}
            answer = browser.get(address) if probe.method == "GET" else browser.post(address, body)
            b"".join(answer)  # a file is closed when it has been read
            transaction.set_rollback(True)
    assert WORD.findall(said()) == []
    assert [given for given in names if f"{given} " in said()] == []


def test_an_error_tells_where_and_what_kind_and_not_what_was_written(said: Callable[[], str]) -> None:
    client = Client(raise_request_exception=False)
    assert client.get("/breaks/", {"q": PLANTED}).status_code == 500
    assert client.get(f"/{PLANTED}/", {"q": PLANTED}).status_code == 404
    assert client.get("/logg-inn/", {"q": PLANTED}, headers={"host": f"{PLANTED}.invalid"}).status_code == 400
    assert PLANTED not in said()
    assert "planted" not in said()
    assert "LookupError < " in said()
    assert "ValueError < " in said()
    assert "_breaks" in said()
    assert "kept … of 3" in said().encode().decode("unicode_escape" if said().startswith("{") else "utf-8")


def test_a_line_for_programs_has_the_route_and_never_the_address(scene: Scene, said: Callable[[], str]) -> None:
    client = Client()
    client.get("/jonsberg/planen/", headers={"X-Request-ID": "proxy-0001"})
    if said().startswith("{"):
        (line,) = [line for line in _lines(said()) if line["logger"] == "tett.request"]
        assert line["route"] == "plan-public:current"
        assert (line["method"], line["status"], line["request"]) == ("GET", 200, "proxy-0001")
        assert line["ms"] > 0
    assert "/jonsberg/" not in said()


def test_an_id_that_could_hold_anything_is_not_taken_over(said: Callable[[], str]) -> None:
    answer = Client().get("/helse/", headers={"X-Request-ID": f"{PLANTED} {PLANTED}"})
    assert PLANTED not in answer["X-Request-ID"]
    assert PLANTED not in said()
