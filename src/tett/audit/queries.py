"""Reading the log."""

from collections.abc import Mapping

from django.db.models import IntegerField, Subquery
from django.db.models.functions import Coalesce

from tett.access.rules import Actor
from tett.audit.models import Event, Head
from tett.audit.rules import first_break


def head_of(_actor: Actor) -> tuple[int, str]:
    """Give where the chain ends: the last line's serial and link, to be kept where nobody here can change it."""
    return Head.objects.values_list("serial", "link").first() or (0, "")


def broken_line(actor: Actor, kept: Mapping[int, str] | None = None) -> int | None:
    """Give the serial of the first line that was changed, moved, put in or taken out, or None when the log is whole.

    ``kept`` holds heads that were kept elsewhere (serial: link). Lines may be added while this reads.
    """
    serial, link = head_of(actor)
    known = {**({serial: link} if serial else {}), **(kept or {})}
    lines = Event.objects.order_by("serial").iterator(chunk_size=5000)
    return first_break(((e.serial, e.previous, e.link, e.content()) for e in lines), known) or _after_the_end()


def _after_the_end() -> int | None:
    """Give the first line that the head doesn't know, read together with the head."""
    end = Coalesce(Subquery(Head.objects.values("serial")[:1]), 0, output_field=IntegerField())
    return Event.objects.filter(serial__gt=end).order_by("serial").values_list("serial", flat=True).first()
