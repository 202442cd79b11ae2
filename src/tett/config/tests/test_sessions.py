"""What people are told when the database doesn't answer while their session is kept."""

from typing import Any

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connection
from django.test import Client

from tests.cast import World
from tett.base.clock import real_now
from tett.config.middleware import TOUCH
from tett.config.sessions import SessionStore
from tett.people.models import Login


def locked(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Answer as a database that somebody else holds, to whoever writes a session."""
    if sql.startswith("UPDATE") and "django_session" in sql:
        raise OperationalError("database is locked")
    return execute(sql, params, many, context)


def test_a_locked_database_is_our_error_and_not_the_senders(world: World) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(Login.objects.get(username="kari"))
    session = client.session
    session["seen"] = (real_now() - 2 * TOUCH).isoformat()
    session.save()
    with connection.execute_wrapper(locked):
        answer = client.get("/min-dag/")
    assert answer.status_code == 500
    assert client.get("/min-dag/").status_code == 200


def test_a_session_that_is_gone_is_still_said_to_be_gone(db: None) -> None:
    store = SessionStore()
    store.create()
    SessionStore(store.session_key).delete()
    store["more"] = "to keep"
    with pytest.raises(UpdateError):
        store.save()
