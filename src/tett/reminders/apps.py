"""The reminders room."""

from importlib import import_module

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.reminders"
    label = "reminders"

    def ready(self) -> None:
        """Begin to listen, and tell the post office who knows addresses, now that all models are there."""
        receivers = import_module("tett.reminders.receivers")
        receivers.listen()
