"""A letter to try with, and how the tests post and send."""

from datetime import UTC, datetime

from tett.access.rules import Actor
from tett.notify.actions import post_all, send_some
from tett.notify.models import Mail
from tett.notify.rules import Letter

NOW = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
BY = Actor(day=NOW.date(), now=NOW)
ANNA = "anna@example.invalid"
SAID = "Se på det når du får tid. Hilsen Ærlig Øye på Ås."
LETTER = Letter(ANNA, "Du har noe å gjøre i Tett", (SAID,), "/min-dag/", "nb", "letter:1")


def post_some(*letters: Letter) -> None:
    """Put some letters in the outbox, or the one to try with."""
    post_all(letters or [LETTER], by=BY, at=NOW)


def send(at: datetime = NOW) -> int:
    """Send some."""
    return send_some(by=BY, at=at)


def states() -> list[str]:
    """Give how far each letter has come."""
    return [str(state) for state in Mail.objects.order_by("pk").values_list("state", flat=True)]
