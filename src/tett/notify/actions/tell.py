"""Notices in the application."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import translation

from tett.access.rules import Actor
from tett.notify.models import Notice
from tett.notify.rules import as_line, own_path

#: The language in which the source is written; the catalogues begin there.
SOURCE = "nb"
ROWS_AT_ONCE = 500


def tell(
    recipients: Iterable[int],
    kind: str,
    why: object,
    address: str,
    *,
    key: str,
    by: Actor,  # noqa: ARG001 - as every action; a notice says why, never who
    at: datetime,
) -> None:
    """Put a notice before some people (by number), once per person and key, in the caller's transaction.

    ``why`` is a whole sentence from a room's ``words`` without names or content, read in each one's own language.
    """
    with translation.override(SOURCE):
        sentence = as_line(why)
    notices = [
        Notice(person_id=person, kind=kind, why=sentence, address=own_path(address), key=key, at=at)
        for person in sorted(set(recipients))
    ]
    Notice.objects.bulk_create(notices, batch_size=ROWS_AT_ONCE, ignore_conflicts=True)
