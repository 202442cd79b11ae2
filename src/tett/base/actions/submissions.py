"""Remembering which forms have been sent; the machinery under every action, so nobody acts here."""

from datetime import datetime

from tett.base.models import LONGEST_ANSWER, Submission


def remember(sender: str, key: str) -> None:
    """Take the key, or fail with IntegrityError when it has been sent before."""
    Submission.objects.create(sender=sender, key=key)


def settle(sender: str, key: str, answered: str) -> None:
    """Write down where the answer led; an address too long to keep leads home."""
    kept = answered if len(answered) <= LONGEST_ANSWER else "/"
    Submission.objects.filter(sender=sender, key=key).update(answered=kept)


def forget(sender: str, key: str) -> None:
    """Let a key go, since nothing was done."""
    Submission.objects.filter(sender=sender, key=key).delete()


def forget_before(at: datetime) -> int:
    """Let go of keys that were sent before this, and tell how many."""
    return Submission.objects.filter(at__lt=at).delete()[0]
