"""Five hundred things told and written ten times each, all at once: one notice and one letter of each (S8)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection, transaction

from tett.base.actions import let_others_write
from tett.notify.actions import post, tell
from tett.notify.models import Mail, Notice
from tett.notify.tests.letters import BY, LETTER, NOW

KEYS, SENDERS, AT_ONCE, FEW = 500, 10, 3, 20


def _send_all(sender: int) -> None:
    """Tell and write everything, a few at a time and a little behind the one before, so that they keep meeting."""
    try:
        for n in range(0, KEYS, FEW):
            start = (n + sender * FEW // 2) % KEYS
            with transaction.atomic():
                _send_few(sorted({(start + at) % KEYS for at in range(FEW)}))
            let_others_write()
    finally:
        connection.close()


def _send_few(numbers: list[int]) -> None:
    for key in (f"key:{number}" for number in numbers):
        tell([1, 2], "x", "Noe er nytt.", "/min-dag/", key=key, by=BY, at=NOW)
        post(replace(LETTER, key=key), by=BY, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_ten_times_at_once_is_there_once() -> None:
    # SQLite lets one write at a time, and whoever waits only looks now and then: ten would wait longer than people do.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(_send_all, range(SENDERS)))
    assert Mail.objects.count() == KEYS
    assert Notice.objects.count() == 2 * KEYS
