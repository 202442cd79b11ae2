"""The plan room."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.plan"
    label = "plan"
