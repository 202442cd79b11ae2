"""The privacy room."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.privacy"
    label = "privacy"
