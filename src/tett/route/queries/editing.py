"""What a form about a year begins with."""

from datetime import date

from tett.access.rules import Actor
from tett.calendar.queries import layer_of
from tett.calendar.rules import shipped_routes
from tett.route.queries.places import Place, edits_frame
from tett.route.rules.edits import SILENT
from tett.route.words import Begin


def frame_facts(actor: Actor, place: Place, starts_in: int) -> tuple[bool, dict[str, date | str | None]]:
    """Tell whether first and last day are the place's to say, and what it says now (at most four queries)."""
    layer = (layer_of(actor, place.own.pk, starts_in) if place.own else None) or SILENT
    levels = {level.value: day for level, day in layer.level_starts}
    facts = {"first_day": layer.first_day, "last_day": layer.last_day, **levels}
    return edits_frame(actor, place, starts_in), {**facts, "standing": layer.standing, "source": layer.source}


def begin_facts(actor: Actor, place: Place, starts_in: int) -> tuple[tuple[Begin, ...], bool]:
    """Tell what a year can be begun from, nothing when it is begun on; and whether its ends are the place's to say."""
    if place.own and layer_of(actor, place.own.pk, starts_in) is not None:
        return (), False
    ours = edits_frame(actor, place, starts_in)
    before = place.own is not None and layer_of(actor, place.own.pk, starts_in - 1) is not None
    offered = {Begin.BEFORE: before, Begin.SHIPPED: ours and starts_in in shipped_routes(), Begin.EMPTY: ours}
    return tuple(source for source, there in offered.items() if there), ours
