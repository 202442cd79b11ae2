"""The documents room."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.documents"
    label = "documents"
