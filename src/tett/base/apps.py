"""The base room."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.base"
    label = "base"
