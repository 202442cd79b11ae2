"""The audit room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.audit"
    label = "audit"
