"""The command that ``./tett run`` calls before the servers start."""

from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from tett.config.queries import nobody_yet


class Command(BaseCommand):
    """Bring the database and the static files up to date."""

    help = "Migrates, collects static files, and fills an empty demo."

    def handle(self, **_options: Any) -> None:
        """Do each, saying which."""
        self.stdout.write("Bringing the database up to date …")
        call_command("migrate", verbosity=0, interactive=False)
        if settings.DEMO and nobody_yet() and "demo" in get_commands():
            self.stdout.write("Making the demo school …")
            call_command("demo")
        if not settings.DEBUG:
            self.stdout.write("Collecting static files …")
            call_command("collectstatic", verbosity=0, interactive=False)
