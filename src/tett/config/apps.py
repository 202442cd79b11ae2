"""The config room."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.config"
    label = "config"
