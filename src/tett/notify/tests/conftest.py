"""A mail server on this machine, and settings that lead to it."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tett.notify.tests.server import PostOffice, post_office


@pytest.fixture
def office(settings: Settings) -> Iterator[PostOffice]:
    """Give a mail server that letters are sent to."""
    with post_office() as made:
        settings.EMAIL_BACKEND = "tett.notify.actions.smtp.Backend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", made.port, 5
        yield made
