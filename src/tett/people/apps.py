"""The people room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.people"
    label = "people"
