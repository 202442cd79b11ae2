"""How everything is, at the terminal: what the health page tells those who have the token."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tett.base.clock import real_now
from tett.config.queries import pending, reachable, state
from tett.config.watch.judging import troubles


class Command(BaseCommand):
    """Look at everything, and fail when something should be looked at."""

    help = "Tells how the installation is; fails when something should be looked at."

    def handle(self, **_options: Any) -> None:
        """Look, and say."""
        if not reachable():
            raise CommandError("The database doesn't answer.")
        if waiting := pending():
            raise CommandError(f"{waiting} migrations wait: ./tett manage prepare")
        found = state(real_now())
        self.stdout.write(json.dumps(asdict(found), indent=1, default=str))
        if wrong := troubles(found):
            raise CommandError("; ".join(wrong))
