"""What every answer says to browsers, and how long a session lasts."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from tett.base.clock import real_now
from tett.config.middleware import HeadersMiddleware, ProxyMiddleware, SessionLimitsMiddleware, _begin

pytestmark = pytest.mark.django_db


def _answer(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hei", headers={"Cache-Control": "public, max-age=60"})


def test_every_page_forbids_what_is_inline_or_from_elsewhere(client: Client) -> None:
    policy = client.get("/no-such-page/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_whoever_has_a_session_gets_pages_that_are_not_kept() -> None:
    request = RequestFactory().get("/")
    assert HeadersMiddleware(_answer)(request)["Cache-Control"] == "public, max-age=60"
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "something"
    assert HeadersMiddleware(_answer)(request)["Cache-Control"] == "no-store"


def test_logging_out_makes_the_browser_forget() -> None:
    request = RequestFactory().post("/")
    request.logged_out = True  # type: ignore[attr-defined] # set by Django's signal
    assert HeadersMiddleware(_answer)(request)["Clear-Site-Data"] == '"cache", "storage"'


def test_the_proxy_is_believed_only_about_whom_it_saw_itself() -> None:
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "10.0.0.1, 192.0.2.7"})
    ProxyMiddleware(_answer)(request)
    assert request.META["REMOTE_ADDR"] == "192.0.2.7"


def test_logging_in_again_lets_the_session_last_from_now() -> None:
    request = RequestFactory().post("/")
    request.session = _session(timedelta(hours=11), timedelta(minutes=1))
    _begin(request)
    assert real_now() - datetime.fromisoformat(request.session["begun"]) < timedelta(hours=1)


def _session(begun: timedelta, seen: timedelta) -> SessionStore:
    session = SessionStore()
    now = real_now()
    session.update({"_auth_user_id": "1", "begun": (now - begun).isoformat(), "seen": (now - seen).isoformat()})
    session.save()
    return session


@pytest.mark.parametrize(
    ("begun", "seen", "lasts"),
    [
        (timedelta(hours=1), timedelta(minutes=59), True),
        (timedelta(hours=1), timedelta(minutes=61), False),
        (timedelta(hours=11), timedelta(minutes=1), True),
        (timedelta(hours=13), timedelta(minutes=1), False),
    ],
)
def test_a_session_ends_when_it_has_rested_or_lasted_too_long(begun: timedelta, seen: timedelta, lasts: bool) -> None:
    request = RequestFactory().get("/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "something"
    request.session = _session(begun, seen)
    SessionLimitsMiddleware(_answer)(request)
    assert ("_auth_user_id" in request.session) is lasts
