"""Knocking: each persona asks every route for everything in every way, and what is odd is told in a sentence."""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.client import ClientHandler
from django.urls import reverse

from tests.matrix.cast import NO_ROLE, PERSONAS, STRANGER, may_know
from tests.matrix.scene import MISSING, WORD, Scene
from tests.matrix.table import DONE, ROWS, Row
from tett.people.models import Login

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")
#: What stands in addresses as a number.
NUMBERS = {"number", "starts_in"}
#: What the machinery writes whoever asks.
OWN_TABLES = re.compile(r'"(django_session|people_attempt|feeds_fetch)"')
#: Where it is written who opened what is guarded.
LOG = re.compile(r'"(audit_event|audit_head)"')
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|COPY)\b", re.IGNORECASE)
TOKEN = re.compile(r"\b[A-Za-z0-9]{64}\b")
KEY = re.compile(r'name="nokkel" value="[^"]*"')


@dataclass(frozen=True)
class Probe:
    """One knock."""

    route: str
    name: str
    method: str

    @property
    def row(self) -> Row:
        """Give the route's row."""
        return ROWS[self.route]

    def __str__(self) -> str:
        """Show which it is."""
        return f"{self.method} {self.route} {self.name}".rstrip()


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: str
    headers: str
    location: str
    wrote: tuple[str, ...]


class Browser(RequestFactory):
    """Somebody's browser, without what Django's own notes about each answer: there are very many."""

    def __init__(self, persona: str) -> None:
        """Log in, unless it is a stranger."""
        super().__init__()
        self._handler = ClientHandler(enforce_csrf_checks=False)
        if persona != STRANGER:
            self.cookies[settings.SESSION_COOKIE_NAME] = _session(persona)

    def request(self, **request: Any) -> Any:
        """Ask, and give the answer rather than the request."""
        return self._handler(self._base_environ(**request))  # type: ignore[attr-defined] # as Django's own client does


def _session(persona: str) -> str:
    request = HttpRequest()
    request.session = SessionStore()
    begin_session(request, Login.objects.get(username=persona), backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.save()
    return str(request.session.session_key)


def probes() -> list[Probe]:
    """Give all knocks of one persona, what isn't there before what might be."""
    named = [(route, name) for route, row in ROWS.items() for name in reversed(row.names)]
    return [Probe(route, name, method) for route, name in named for method in METHODS]


def fewer(persona: str) -> list[Probe]:
    """Leave out what is like its neighbours, so that it takes seconds.

    Every route is asked in every way, for something of one's own, something of another's (which one turns with the
    persona) and something that isn't there. A method that a route doesn't have is asked once, and the head alone of
    what isn't there and of one's own.
    """
    kept: dict[object, Probe] = {}
    turn = PERSONAS.index(persona)
    for number, probe in enumerate(probes()):
        own = persona in probe.row.among(probe.name)
        kind = "missing" if probe.name == "missing" else "own" if own else "other"
        cheap = probe.method in {"PUT", "DELETE"} or persona == STRANGER
        if cheap or (kind == "missing" and probe.method in probe.row.methods):
            kept[probe] = probe
        elif probe.method not in {*probe.row.methods, "HEAD"}:
            kept.setdefault((probe.route, probe.method), probe)
        elif probe.method != "HEAD" or kind == "own":
            key = (probe.route, probe.method, kind)
            if key not in kept or (number + turn) % 3 == 0:
                kept[key] = probe
    return list(kept.values())


def address_of(scene: Scene, probe: Probe) -> str:
    """Give the address of what is asked for."""
    things = scene.objects.get(probe.row.objects, {})
    if probe.name != "missing":
        return reverse(probe.route, kwargs=things.get(probe.name, {}))
    absent = {key: 99 if key in NUMBERS else MISSING for key in next(iter(things.values()))}
    return reverse(probe.route, kwargs=absent)


@contextmanager
def _noting(written: list[str]) -> Iterator[None]:
    """Note what is written in the meantime, and undo it."""

    def note(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        if WRITES.match(sql) and not OWN_TABLES.search(sql):
            written.append(sql[:80])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note), transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(browser: Browser, probe: Probe, address: str) -> Answer:
    """Knock once, and leave everything as it was."""
    body = dict(probe.row.body)
    if body.get("into") == "itself":
        body["into"] = address.split("/")[-3]
    written: list[str] = []
    with _noting(written):
        response = _sent(browser, probe.method, address, body)
        content = b"".join(cast("Any", response)) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    text = content.decode("utf-8", "replace").replace(address, "").replace(html.escape(address), "")
    text = KEY.sub("", TOKEN.sub("", text))
    return Answer(response.status_code, text, headers, response.get("Location", ""), tuple(written))


def _sent(browser: Browser, method: str, address: str, body: dict[str, Any]) -> HttpResponse:
    if method == "POST":
        return cast("HttpResponse", browser.post(address, body))
    return cast("HttpResponse", getattr(browser, method.lower())(address))


def faults(persona: str, probe: Probe, answer: Answer, missing: Answer, address: str) -> Iterator[str]:
    """Tell everything that is wrong with an answer."""
    yield from (f"{probe}: {what}" for what in _wrong(persona, probe, answer, missing, address))
    for kind, name in sorted(set(WORD.findall(answer.body + answer.headers))):
        if not may_know(persona, kind, name):
            yield f"{probe}: tells the {kind} of {name} (status {answer.status})"


def _wrong(persona: str, probe: Probe, answer: Answer, missing: Answer, address: str) -> Iterator[str]:
    expected = expected_of(persona, probe)
    if answer.status not in expected:
        yield f"answers {answer.status}, not {sorted(expected)}"
    # What was sent can't be asked for again: after log-in one is led to where it was sent from, here nowhere.
    onwards = "/" if probe.method == "POST" else address
    if answer.status == 302 and expected == {302} and answer.location != f"/logg-inn/?next={onwards}":
        yield f"leads to {answer.location}"
    if expected == {404} and (answer.status, answer.body) != (missing.status, missing.body):
        yield "looks otherwise than what isn't there"
    theirs = persona in probe.row.among(probe.name)
    if answer.wrote and not (probe.method == "POST" and theirs) and not (theirs and _only_logged(probe.row, answer)):
        yield f"writes {answer.wrote[0]}"
    if probe.method == "HEAD" and answer.body:
        yield "says something although only asked for its head"


def _only_logged(row: Row, answer: Answer) -> bool:
    """Tell whether nothing was written but that somebody opened it, where that is the rule."""
    return row.logged and all(LOG.search(sentence) for sentence in answer.wrote)


def expected_of(persona: str, probe: Probe) -> set[int]:
    """Give the statuses that a persona may get, out of the table alone."""
    row, method = probe.row, "GET" if probe.method == "HEAD" else probe.method
    if method in {"PUT", "DELETE"}:
        return {405}
    if not row.open and persona == STRANGER:
        return {302}
    if not row.open and persona in NO_ROLE:
        return {403}
    if method not in row.methods:
        return {405}
    if persona not in row.among(probe.name):
        return {404}
    return set(row.shown) if method == "GET" else DONE
