"""The year room."""

from django.apps import AppConfig


class YearConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.year"
    label = "year"
