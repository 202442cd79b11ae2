"""The plan room."""

from importlib import import_module

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.plan"
    label = "plan"

    def ready(self) -> None:
        """Begin to listen, now that all models are there."""
        jobs, receivers = import_module("tett.plan.jobs"), import_module("tett.plan.receivers")
        receivers.listen(jobs.read_document.enqueue, jobs.make_paper.enqueue, jobs.papers_of.enqueue)
