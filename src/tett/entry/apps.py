"""The entry room."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig


class EntryConfig(AppConfig):
    """Tell Django about the room."""

    name = "tett.entry"
    label = "entry"

    def ready(self) -> None:
        """Begin to listen, now that all models are there."""
        forgotten, jobs = import_module("tett.entry.actions.forgotten"), import_module("tett.entry.jobs")

        def look_up(asked_id: int, **_told: Any) -> None:
            jobs.answer_asked.enqueue(asked_id)

        forgotten.asked_for_new.connect(look_up, weak=False, dispatch_uid="entry.look_up")
