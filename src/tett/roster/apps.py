"""The roster room."""

from django.apps import AppConfig


class RosterConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.roster"
    label = "roster"
