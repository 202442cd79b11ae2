"""What people do about notices and the outbox: read, close and open addresses, send again, throw away what is old."""

from datetime import datetime, timedelta

from django.db import transaction

from tett.access.rules import Actor
from tett.notify.actions.outcome import NOTHING_LEFT, close
from tett.notify.models import ClosedAddress, Mail, Notice
from tett.notify.queries import hashed
from tett.notify.words import ENDED, State

#: Keys of what has been sent are remembered for so long, so that nothing is sent twice.
KEEP_KEYS = timedelta(days=90)
KEEP_UNSURE = timedelta(days=14)
KEEP_NOTICES = timedelta(days=400)


def mark_read(public_id: str, *, by: Actor, at: datetime) -> str | None:
    """Mark one of the actor's own notices as read and give where it leads, or None if it isn't theirs."""
    mine = Notice.objects.filter(person_id=by.person_id or 0, public_id=public_id)
    address = mine.values_list("address", flat=True).first()
    if address is not None:
        mine.filter(read_at=None).update(read_at=at)
    return address


def mark_all_read(*, by: Actor, at: datetime) -> int:
    """Mark all of the actor's own notices as read, and tell how many were new."""
    return Notice.objects.filter(person_id=by.person_id or 0, read_at=None).update(read_at=at)


def settle(keys: list[str], *, by: Actor, at: datetime) -> int:  # noqa: ARG001 - as every action
    """Mark the notices with these keys as read, whoever has them: what they told of has been done."""
    return Notice.objects.filter(key__in=keys, read_at=None).update(read_at=at)


def close_address(address: str, *, by: Actor, at: datetime) -> None:
    """Send nothing more to an address that has sent our letters back."""
    close(address, None, by=by, at=at)


def open_address(address: str, *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as every action
    """Send to an address again: its owner says that it works now."""
    ClosedAddress.objects.filter(hashed=hashed(by, address)).delete()


def send_unsure(*, by: Actor, at: datetime) -> int:  # noqa: ARG001 - as every action
    """Let what may have been sent be sent again, and tell how many; somebody has looked, and chosen."""
    unsure = Mail.objects.filter(state=State.UNSURE).exclude(address="")
    return unsure.update(state=State.WAITING, next_at=at, ended_at=None, holder="", trouble="sent again")


@transaction.atomic
def forget_old(*, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as every action
    """Throw away old notices and what is left of old letters."""
    Mail.objects.filter(state=State.UNSURE, ended_at__lt=at - KEEP_UNSURE).update(**NOTHING_LEFT)
    Mail.objects.filter(state__in=ENDED, ended_at__lt=at - KEEP_KEYS).delete()
    Notice.objects.filter(at__lt=at - KEEP_NOTICES).delete()
