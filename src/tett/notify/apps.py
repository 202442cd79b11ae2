"""The notify room."""

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.notify"
    label = "notify"
