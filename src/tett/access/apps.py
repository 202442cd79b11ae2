"""The access room."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.access"
    label = "access"
