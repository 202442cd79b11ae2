"""The command that works off the queue of jobs."""

from typing import Any

from django.core.management.base import BaseCommand

from tett.config.worker import Loop


class Command(BaseCommand):
    """Run jobs until told to stop."""

    help = "Runs jobs, starts what is done each night, and puts back what a dead worker left. Ctrl-C stops it."

    def handle(self, **_options: Any) -> None:
        """Work."""
        Loop().run()
