"""The overview room."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.overview"
    label = "overview"
