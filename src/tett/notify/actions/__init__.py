"""Telling people, in the application and by e-mail."""

from tett.notify.actions.again import (
    close_address,
    forget_old,
    mark_all_read,
    mark_read,
    open_address,
    send_unsure,
    settle,
)
from tett.notify.actions.post import letters_posted, post, post_all
from tett.notify.actions.send import send_some
from tett.notify.actions.tell import tell

__all__ = [
    "close_address",
    "forget_old",
    "letters_posted",
    "mark_all_read",
    "mark_read",
    "open_address",
    "post",
    "post_all",
    "send_some",
    "send_unsure",
    "settle",
    "tell",
]
