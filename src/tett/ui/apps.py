"""The ui room."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.ui"
    label = "ui"
