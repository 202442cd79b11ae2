"""The calendar room."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.calendar"
    label = "calendar"
