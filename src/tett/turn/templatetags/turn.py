"""How the turn's pages say where somebody goes, and lead from step to step."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from django import template
from django.forms import BoundField, Form
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tett.turn.models import Turn
from tett.turn.queries.guide import Guide
from tett.turn.queries.preview import Preview
from tett.turn.queries.prospect import Prospect, RoleLine, StudentLine
from tett.turn.rules import ELECTED
from tett.turn.words import Fate, Leaving, Step

register = template.Library()


class StepLink(NamedTuple):
    """A step, and where it is."""

    value: str
    label: str
    address: str


class RoleGroup(NamedTuple):
    """Roles that are shown together, each with its question if there is anything to choose."""

    name: str
    lines: list[tuple[RoleLine, BoundField | None]]
    open: bool


class ClassGroup(NamedTuple):
    """The students of a class of this year, and in a sentence where they go."""

    name: str
    lines: list[StudentLine]
    sentence: str


@register.inclusion_tag("turn/parts/steps.html")
def turn_steps(turn: Turn, at: str = "preview") -> dict[str, Any]:
    """Show the steps, with where one stands."""
    links = [StepLink(step.value, str(step.label), f"turn:{step.value}") for step in Step]
    return {"steps": links, "turn": turn, "at": str(at or "preview")}


@register.simple_tag
def step_address(step: Step) -> str:
    """Give a step's page."""
    return reverse(f"turn:{step.value}")


@register.simple_tag
def next_step(guide: Guide) -> SafeString:
    """Lead on from where one stopped."""
    step = next((line.step for line in guide.steps if line.next), None)
    address = reverse(f"turn:{step.value}") if step else reverse("turn:preview")
    words = _("Gå videre med: %(step)s") % {"step": str(step.label).lower()} if step else _("Se over alt")
    return format_html('<a class="ds-button" href="{}">{}</a>', address, words)


@register.simple_tag
def route_link() -> SafeString | str:
    """Lead to where the school route is edited."""
    try:
        address = reverse("route:year")
    except NoReverseMatch:
        return ""
    words = _("Endre skoleruta")
    return format_html('<a class="ds-button" data-variant="tertiary" href="{}">{}</a>', address, words)


@register.simple_tag
def goes(prospect: Prospect, line: StudentLine) -> str:
    """Say where a student goes."""
    if line.placed:
        return _("%(name)s (fra klasselista)") % {"name": line.placed}
    to = prospect.by_number.get(line.where.to or 0)
    return to.name if to else str(Leaving(line.where.leaving).label)


@register.filter
def count_of(numbers: Counter[int], key: int) -> int:
    """Give how many there are of one."""
    return numbers[key]


@register.filter
def by_class(prospect: Prospect) -> list[ClassGroup]:
    """Give the students by the class they are in this year."""
    rows = sorted(prospect.students, key=lambda line: line.class_name)
    return [
        _class_group(prospect, name, list(lines)) for name, lines in groupby(rows, key=lambda line: line.class_name)
    ]


def _class_group(prospect: Prospect, name: str, lines: list[StudentLine]) -> ClassGroup:
    found = Counter(goes(prospect, line) for line in lines)
    return ClassGroup(name, lines, ", ".join(f"{number} → {where}" for where, number in found.most_common()))


@register.filter
def by_fate(preview: Preview) -> list[tuple[str, tuple[RoleLine, ...]]]:
    """Give the roles by what becomes of them."""
    return [(str(fate.label), preview.roles(fate)) for fate in Fate]


@register.simple_tag
def role_groups(preview: Preview, form: Form) -> list[RoleGroup]:
    """Give the roles as they are looked over: of classes first, the many that simply go on last."""
    roles = preview.prospect.roles
    elected = [line for line in roles if line.assignment.role in ELECTED]
    rest = [line for line in roles if line.assignment.role not in ELECTED]
    bound = [line for line in rest if line.of_class]
    others = [line for line in rest if not line.of_class]
    return [
        RoleGroup(_("Lærere og andre med en klasse"), _asked(bound, form), open=True),
        RoleGroup(_("Valgt av elevene"), _asked(elected, form), open=False),
        RoleGroup(_("Resten av skolen"), _asked(others, form), open=False),
    ]


def _asked(lines: Iterable[RoleLine], form: Form) -> list[tuple[RoleLine, BoundField | None]]:
    names = [(line, line.assignment.public_id) for line in lines]
    return [(line, form[name] if name in form.fields else None) for line, name in names]
