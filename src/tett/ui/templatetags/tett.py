"""Tags and filters that all pages share."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField
from django.template import RequestContext
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from tett.ui.context import Place
from tett.ui.icons import SHAPES
from tett.ui.states import STATES

register = template.Library()

#: A circle whose outline is 100 long, so that shares are lengths.
RING = (
    '<svg class="progress-ring" viewBox="0 0 36 36" role="img"><title>{words}</title>'
    '<circle class="progress-rest" cx="18" cy="18" r="15.9155"/>'
    '<circle class="progress-done" cx="18" cy="18" r="15.9155" stroke-dasharray="{share} {rest}" '
    'transform="rotate(-90 18 18)"/></svg>'
)


def _day(value: date | datetime) -> date:
    return timezone.localdate(value) if isinstance(value, datetime) else value


@register.filter
def norsk_dato(value: date | datetime | None) -> str:
    """Write a day as one says it: mandag 14. september 2026."""
    return date_format(_day(value), pgettext("datoformat", "l j. F Y")) if value else ""


@register.filter
def kort_dato(value: date | datetime | None) -> str:
    """Write a day for a table: 14. sep."""
    return date_format(_day(value), pgettext("datoformat", "j. b")) if value else ""


@register.filter
def uke(value: date | datetime | None) -> str:
    """Write the week of a day: uke 38."""
    return _("uke %(n)s") % {"n": _day(value).isocalendar().week} if value else ""


@register.filter
def nearest(places: Iterable[Place], path: str) -> Place | None:
    """Give the place that a page lies under, so that the menu tells where one is on every page below it too."""
    above = [place for place in places if path.startswith(place.address)]
    return max(above, key=lambda place: len(place.address), default=None)


@register.simple_tag
def idempotency_key() -> SafeString:
    """Give a form its key, so that it does its work once however often it is sent (ADR 11)."""
    return format_html('<input type="hidden" name="nokkel" value="{}">', secrets.token_urlsafe(16))


@register.simple_tag
def state_tag(state: str) -> SafeString:
    """Show a state by colour, shape and word."""
    return _state_tag(str(state), get_language() or "")


@lru_cache(maxsize=256)
def _state_tag(state: str, _language: str) -> SafeString:
    """Write it out once per language: lists have it on every line."""
    colour, shape, label = STATES[state]
    return format_html(
        '<span class="ds-tag state state-{}" data-color="{}">'
        '<span class="shape shape-{}" aria-hidden="true"></span>{}</span>',
        state,
        colour,
        shape,
        label,
    )


@register.simple_tag
@lru_cache(maxsize=128)
def icon(name: str) -> SafeString:
    """Draw one of our own pictures."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>', SHAPES[name]
    )


@register.simple_tag
def ring(done: int, all: int) -> SafeString:  # noqa: A002 - how it reads in a template: {% ring 19 24 %}
    """Draw how far something has come, with the same in words for those who don't see it."""
    share = round(100 * done / all) if all else 0
    words = _("%(done)s av %(all)s") % {"done": done, "all": all}
    return format_html(RING, words=words, share=share, rest=100 - share)


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """Ask for one thing: label, help, what is wrong, and where to write."""
    return {"field": bound, "kind": bound.field.widget.input_type if hasattr(bound.field.widget, "input_type") else ""}


@register.simple_tag(takes_context=True)
def query(context: RequestContext, **changed: Any) -> str:
    """Give this page's address with some parameters changed; an empty one is taken away."""
    asked = context["request"].GET.copy()
    for name, value in changed.items():
        asked.pop(name, None)
        if value not in {"", None}:
            asked[name] = str(value)
    return f"?{asked.urlencode()}" if asked else "."
