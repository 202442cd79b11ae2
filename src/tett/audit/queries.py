"""Reading the log."""

from tett.access.rules import Actor
from tett.audit.models import Event
from tett.audit.rules import first_break


def broken_line(_actor: Actor) -> int | None:
    """Give the serial of the first line that was changed, moved or taken out, or None when the log is whole."""
    lines = Event.objects.order_by("serial").iterator(chunk_size=5000)
    return first_break((e.serial, e.previous, e.link, e.content()) for e in lines)
