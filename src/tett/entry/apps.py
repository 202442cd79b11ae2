"""The entry room."""

from django.apps import AppConfig


class EntryConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.entry"
    label = "entry"
