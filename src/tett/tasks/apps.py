"""The tasks room."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.tasks"
    label = "tasks"
