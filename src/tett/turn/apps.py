"""The turn room."""

from django.apps import AppConfig


class TurnConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.turn"
    label = "turn"
