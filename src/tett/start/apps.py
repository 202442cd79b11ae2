"""The start room."""

from django.apps import AppConfig


class StartConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.start"
    label = "start"
