"""Turning feeds on and off."""

from tett.feeds.actions.keep import renew, revoke, subscribe
from tett.feeds.actions.note import note_fetch

__all__ = ["note_fetch", "renew", "revoke", "subscribe"]
