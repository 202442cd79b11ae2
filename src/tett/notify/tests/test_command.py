"""The outbox at the terminal."""

from io import StringIO

import pytest
from django.core import mail as sent_mail
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from tett.notify.models import Mail
from tett.notify.queries import is_closed
from tett.notify.tests.letters import ANNA, BY, post_some, states
from tett.notify.tests.server import PostOffice
from tett.notify.words import State

pytestmark = pytest.mark.django_db


def _said(*options: str) -> str:
    out = StringIO()
    call_command("mail", *options, stdout=out)
    return out.getvalue()


def test_it_tells_how_it_goes_and_to_whom_never() -> None:
    post_some()
    said = _said()
    assert "1 wait, the oldest since 2026-09-14" in said
    assert ANNA not in said


def test_a_letter_to_try_with_says_what_the_server_said(office: PostOffice) -> None:
    assert f"A letter was handed over for {ANNA}" in _said("--to", ANNA)
    body = office.got[0].get_body(["plain"])
    assert body is not None
    assert "æ, ø og å" in body.get_content()
    office.to_recipient[ANNA] = "550 5.1.1 No such user"
    with pytest.raises(CommandError, match="No such user"):
        _said("--to", ANNA)


def test_without_a_server_it_says_where_the_letter_lies(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert f"A letter for {ANNA} lies in" in _said("--to", ANNA)
    assert len(sent_mail.outbox) == 1


def test_it_sends_what_waits_and_again_what_is_in_doubt(office: PostOffice) -> None:
    post_some()
    _said("--send")
    assert states() == [State.SENT]
    Mail.objects.update(state=State.UNSURE, to=ANNA, address="/min-dag/", subject="Tett")
    assert "1 wait to be sent again." in _said("--again", "--send")
    assert len(office.got) == 2


def test_it_closes_and_opens_an_address() -> None:
    _said("--close", ANNA)
    assert is_closed(BY, ANNA)
    _said("--open", ANNA)
    assert not is_closed(BY, ANNA)
