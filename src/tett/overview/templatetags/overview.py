"""The board's cells: a thousand of them on a big school's page, so each is written with as little work as can be."""

from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tett.overview.queries.board import Cell, Line
from tett.overview.words import Health

register = template.Library()

DUTY, COLUMN = "duty-of-line", "column-of-cell"
EMPTY = '<td class="heat-nothing"><span class="sr-only">{}</span></td>'


@register.simple_tag
def heat_cells(line: Line) -> SafeString:
    """Show how a promise is doing in each column, each a way to the tasks behind."""
    language = get_language() or ""
    title, address = escape(line.title), _address().replace(DUTY, escape(line.duty_id))
    empty = EMPTY.format(escape(_("ingen oppgaver")))
    cells = (_cell(cell, title, address, language) if cell.count.all else empty for cell in line.cells)
    return mark_safe("".join(cells))  # nosec B308, B703 - texts are escaped where they are put in, the rest are numbers


def _cell(cell: Cell, title: str, address: str, language: str) -> str:
    numbers = f"{cell.count.done}/{cell.count.all}"
    where, how = _named(cell.column.label, language), _label(cell.health, language)
    return (
        f'<td class="heat-{cell.health.value}"><a href="{address.replace(COLUMN, cell.column.key)}"'
        f' aria-label="{title}, {where}: {numbers}, {how}">'
        f'<span class="heat-mark" aria-hidden="true"></span>{numbers}</a></td>'
    )


@lru_cache(maxsize=1024)
def _named(label: str, _language: str) -> str:
    return escape(label or _("skolen"))


@lru_cache(maxsize=1)
def _address() -> str:
    """Give the address of any cell; working it out for each would take longer than all the rest."""
    return reverse("overview:cell", args=[DUTY, COLUMN])


@lru_cache(maxsize=64)
def _label(health: Health, _language: str) -> str:
    return escape(health.label)
