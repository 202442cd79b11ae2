"""The year room."""

from importlib import import_module

from django.apps import AppConfig


class YearConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.year"
    label = "year"

    def ready(self) -> None:
        """Begin to listen, now that all models are there."""
        jobs, receivers = import_module("tett.year.jobs"), import_module("tett.year.receivers")
        receivers.listen(jobs.keep_up.enqueue)
