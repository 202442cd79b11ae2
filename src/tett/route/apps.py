"""The route room."""

from importlib import import_module

from django.apps import AppConfig


class RouteConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.route"
    label = "route"

    def ready(self) -> None:
        """Begin to listen, now that all models are there."""
        jobs, receivers = import_module("tett.route.jobs"), import_module("tett.route.receivers")
        receivers.listen(jobs.count.enqueue, jobs.follow.enqueue)
