"""A mail server on this machine, and settings that lead to it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from tett.notify.queries import reach
from tett.notify.tests.server import PostOffice, post_office


@pytest.fixture
def office(settings: Settings) -> Iterator[PostOffice]:
    """Give a mail server that letters are sent to."""
    with post_office() as made:
        settings.EMAIL_BACKEND = "tett.notify.actions.smtp.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", made.port, 5
        yield made


@pytest.fixture
def known() -> Iterator[dict[int, str]]:
    """Give the addresses of persons, as a room above would; only of those who are somebody now."""
    book: dict[int, str] = {}
    asked = reach._resolver

    def resolve(persons: Any, _at: datetime) -> Mapping[int, str]:
        return {person: book[person] for person in persons if person in book}

    reach.by(resolve)
    yield book
    if asked:
        reach.by(asked)
