"""Senders in processes of their own, killed without warning, or two at a time: no letter comes twice, none is lost."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.db import connection

from tett.base.clock import real_now
from tett.notify.actions import post_all, send_some
from tett.notify.jobs import nobody
from tett.notify.models import Mail
from tett.notify.rules import LEASE, Letter
from tett.notify.tests.server import PostOffice
from tett.notify.words import State

pytestmark = pytest.mark.django_db(transaction=True)
SRC = Path(__file__).parents[3]
LETTER = Letter("anna@example.invalid", "Du har noe å gjøre i Tett", ("Se hva.",), "/min-dag/", "nb", "0")
Start = Callable[[], "subprocess.Popen[bytes]"]


def _database() -> str:
    """Give the address of the tests' own database."""
    own = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(str(own['NAME']))}"
    rest = {"host": own["HOST"], "port": own["PORT"]}
    return f"postgresql://{quote(own['USER'])}:{quote(own['PASSWORD'])}@/{own['NAME']}?{urlencode(rest)}"


@pytest.fixture
def start(office: PostOffice, tmp_path: Path) -> Start:
    """Give a way to start a sender that sends what waits, in a process of its own."""
    own = {
        "DATABASE_URL": _database(),
        "DJANGO_SETTINGS_MODULE": "tett.config.settings",
        "PYTHONPATH": str(SRC),
        "TETT_DATA": str(tmp_path),
        "TETT_MAIL_URL": f"smtp://127.0.0.1:{office.port}",
    }
    rest = {name: value for name, value in os.environ.items() if not name.startswith("TETT_")}

    def begin() -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "django", "mail", "--send"]
        return subprocess.Popen(command, env={**rest, **own}, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command

    return begin


def _post(number: int = 1) -> None:
    by = nobody()
    post_all([replace(LETTER, key=str(n)) for n in range(number)], by=by, at=by.now)


def _later() -> None:
    """Let another sender come when the dead one's time is over."""
    at = real_now() + LEASE + timedelta(minutes=1)
    while send_some(by=nobody(), at=at):
        pass


def _kill(sender: "subprocess.Popen[bytes]", when: Any) -> None:
    try:
        assert when.wait(60)
    finally:
        sender.kill()
        sender.wait()


def test_killed_before_the_letter_left_it_comes_from_the_next_sender(office: PostOffice, start: Start) -> None:
    _post()
    office.may_send.clear()
    _kill(start(), office.asked)
    office.may_send.set()
    assert Mail.objects.get().state == State.HELD
    _later()
    assert (len(office.got), Mail.objects.get().state) == (1, State.SENT)


def test_killed_between_the_letter_and_the_mark_it_comes_once_and_the_doubt_shows(
    office: PostOffice, start: Start
) -> None:
    _post(2)
    office.may_answer.clear()
    _kill(start(), office.came)
    office.may_answer.set()
    assert Counter(Mail.objects.values_list("state", flat=True)) == {State.LEAVING: 1, State.HELD: 1}
    _later()
    assert len({letter["Message-ID"] for letter in office.got}) == len(office.got) == 2
    assert Counter(Mail.objects.values_list("state", flat=True)) == {State.UNSURE: 1, State.SENT: 1}


def test_two_senders_at_once_send_each_letter_once(office: PostOffice, start: Start) -> None:
    _post(90)
    for sender in [start(), start()]:
        assert sender.wait(90) == 0
    assert len({letter["Message-ID"] for letter in office.got}) == len(office.got) == 90
    assert set(Mail.objects.values_list("state", flat=True)) == {State.SENT}


def test_killed_again_and_again_no_letter_comes_twice_and_each_is_there_or_in_doubt(
    office: PostOffice, start: Start
) -> None:
    _post(60)
    for kill in range(3):
        sender, seen = start(), len(office.got)
        until = time.monotonic() + 60
        while len(office.got) < seen + 5 * (kill + 1) and time.monotonic() < until and sender.poll() is None:
            time.sleep(0.001)
        sender.kill()
        sender.wait()
    _later()
    came = Counter(str(letter["Message-ID"]).partition("@")[0].strip("<") for letter in office.got)
    unsure = set(Mail.objects.filter(state=State.UNSURE).values_list("message_id", flat=True))
    sent = set(Mail.objects.filter(state=State.SENT).values_list("message_id", flat=True))
    assert set(came.values()) == {1}
    assert sent <= set(came)
    assert len(sent) + len(unsure) == 60
    assert len(unsure) <= 3
