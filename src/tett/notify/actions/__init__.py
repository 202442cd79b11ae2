"""Telling people, in the application and by e-mail."""

from tett.notify.actions.post import letters_posted, post, post_all
from tett.notify.actions.tell import tell

__all__ = ["letters_posted", "post", "post_all", "tell"]
