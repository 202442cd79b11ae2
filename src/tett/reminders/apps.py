"""The reminders room."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.reminders"
    label = "reminders"
