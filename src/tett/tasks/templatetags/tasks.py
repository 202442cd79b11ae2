"""What the lists of tasks need besides the shared tags."""

import secrets

from django import template

register = template.Library()


@register.simple_tag
def fresh_key() -> str:
    """Give a key for one button of a form with many, so that each tap does its work once (ADR 11)."""
    return secrets.token_urlsafe(12)
