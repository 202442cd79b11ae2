"""The notify room."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.notify"
    label = "notify"

    def ready(self) -> None:
        """Let the job that sends be queued along with each letter, now that all models are there."""
        jobs, actions = import_module("tett.notify.jobs"), import_module("tett.notify.actions")

        def queue(**_told: Any) -> None:
            jobs.send_waiting.enqueue()

        actions.letters_posted.connect(queue, weak=False, dispatch_uid="notify.send")
