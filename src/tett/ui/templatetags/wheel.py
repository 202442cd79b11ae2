"""The wheel's marks: hundreds on a school's year, so each is written with as little work as can be."""

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tett.ui.charts.wheel import Arc, Dot, Drawn, Word

register = template.Library()

CENTRED = 'text-anchor="middle"'
MIDDLED = f'{CENTRED} dominant-baseline="central"'
#: Each state has a shape of its own, so that colour is never alone in telling; those without are a whole circle.
HALF = '<circle r=".82"/><path class="wheel-half" d="M0-.82A.82.82 0 0 1 0 .82z"/>'
BAR = '<path d="M-.7-.2H.7V.2H-.7z"/>'
WHOLE = '<circle r=".82"/>'
SHAPES = {
    "late": '<path d="M0-1 1 0 0 1-1 0z"/>',
    "hole": '<path d="M-.8-.8H.8V.8H-.8z"/>',
    "on_track": HALF,
    "now": HALF,
    "nothing": BAR,
    "aside": BAR,
}


@register.simple_tag
def wheel_things(things: Iterable[Drawn]) -> SafeString:
    """Draw the things of a ring, each a way to its page, with what is said in the middle while one points at it."""
    return mark_safe("".join(map(_thing, things)))  # nosec B308, B703 - texts are escaped where they are put in


@register.simple_tag
def wheel_weeks(weeks: Iterable[Word]) -> SafeString:
    """Write the numbers of the weeks along the rim."""
    return mark_safe("".join(_word("wheel-week", MIDDLED, week) for week in weeks))  # nosec B308, B703 - as above


def _thing(drawn: Drawn) -> str:
    marks = "".join((*map(_arc, drawn.arcs), *map(_dot, drawn.dots)))
    tag = _word("wheel-tag", f'{MIDDLED} aria-hidden="true"', drawn.tag)
    return (
        f'<a class="wheel-thing" href="{escape(drawn.thing.href)}" aria-label="{escape(drawn.thing.label)}">'
        f'{marks}{tag}<g class="wheel-tip" aria-hidden="true">{_tip(drawn.tip)}</g></a>'
    )


def _arc(arc: Arc) -> str:
    return (
        f'<path class="wheel-arc state-{escape(arc.mark.state)}" d="{arc.path}" stroke-width="{arc.width}">'
        f"<title>{escape(arc.mark.label)}</title></path>"
    )


def _dot(dot: Dot) -> str:
    state = str(dot.mark.state)
    return (
        f'<g class="wheel-dot state-{escape(state)}" transform="translate({dot.x} {dot.y}) scale({dot.size})">'
        f'<title>{escape(dot.mark.label)}</title><circle class="wheel-plain" r=".82"/>'
        f'<g class="wheel-shape">{SHAPES.get(state, WHOLE)}</g></g>'
    )


def _tip(lines: Iterable[Word]) -> str:
    return "".join(_word("wheel-tip-line" if n else "wheel-tip-first", CENTRED, line) for n, line in enumerate(lines))


def _word(kind: str, placed: str, word: Word) -> str:
    return f'<text class="{kind}" x="{word.x}" y="{word.y}" {placed}>{escape(word.text)}</text>'
