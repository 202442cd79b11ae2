"""Five hundred things told and written ten times each, all at once: one notice and one letter of each (S8)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection, transaction

from tett.notify.actions import post, tell
from tett.notify.models import Mail, Notice
from tett.notify.tests.letters import BY, LETTER, NOW

KEYS, SENDERS = 500, 10


def _send_all(sender: int) -> None:
    """Tell and write everything, a little behind the one before, so that they keep meeting."""
    try:
        for n in range(KEYS):
            key = f"key:{(n + sender) % KEYS}"
            with transaction.atomic():
                tell([1, 2], "x", "Noe er nytt.", "/min-dag/", key=key, by=BY, at=NOW)
                post(replace(LETTER, key=key), by=BY, at=NOW)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_ten_times_at_once_is_there_once() -> None:
    with ThreadPoolExecutor(SENDERS) as pool:
        list(pool.map(_send_all, range(SENDERS)))
    assert Mail.objects.count() == KEYS
    assert Notice.objects.count() == 2 * KEYS
