"""The feeds room."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.feeds"
    label = "feeds"
