"""What the lists of tasks need besides the shared tags."""

import secrets

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tett.tasks.queries import Row

register = template.Library()


@register.simple_tag
def fresh_key() -> str:
    """Give a key for one button of a form with many, so that each tap does its work once (ADR 11)."""
    return secrets.token_urlsafe(12)


@register.simple_tag
def task_line(row: Row) -> SafeString:
    """Show what is to be done and the way to do it: lists have fifty, so each is written with as little work."""
    late = " task-late" if row.late else ""
    line = f'<li class="task{late}">{_what(row)}{_act(row)}</li>'
    return mark_safe(line)  # nosec B308, B703 - texts are escaped where they are put in


def _what(row: Row) -> str:
    return (
        f'<a class="task-what" href="{escape(row.address)}"><span class="task-title">{escape(row.title)}</span>'
        f"{_said('whom', row.whom)}{_said('when', row.when)}{_said('why', row.why)}</a>"
    )


def _said(kind: str, text: str) -> str:
    return f'<span class="task-{kind}">{escape(text)}</span>' if text else ""


def _act(row: Row) -> str:
    label = f'{escape(row.act)}<span class="sr-only">: {escape(row.title)} {escape(row.whom)}</span>'
    looks = 'class="ds-button task-act" data-variant="secondary"'
    address = escape(row.address)
    if not row.one_tap:
        return f'<a {looks} href="{address}">{label}</a>'
    return (
        f'<button {looks} type="submit" name="nokkel" value="{fresh_key()}" formaction="{address}gjort/"'
        f' hx-post="{address}gjort/" hx-target="closest li" hx-swap="outerHTML">{label}</button>'
    )
