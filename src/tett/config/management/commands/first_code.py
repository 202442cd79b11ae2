"""The code that the first person needs."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from tett.access.rules import Actor
from tett.base.clock import now
from tett.start.queries import nobody_yet
from tett.start.rules import first_code


class Command(BaseCommand):
    """Say the code at the terminal, while nobody can log in."""

    help = "Shows the code for the very first start; once somebody can log in, there is none."

    def handle(self, **_options: Any) -> None:
        """Print it, or why there is none."""
        at = now()
        if nobody_yet(Actor(day=timezone.localdate(at), now=at)):
            self.stdout.write(f"Code for the first start: {first_code(settings.SECRET_KEY)}")
        else:
            self.stdout.write("Tett has been started already: somebody can log in.")
