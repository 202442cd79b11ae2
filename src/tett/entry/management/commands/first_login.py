"""A way in for whoever has none, or has lost it, given by those who keep the system running."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from tett.base.clock import now, real_now
from tett.entry.actions.operator import let_in
from tett.entry.queries.logins import person_named
from tett.people.queries import stranger


class Command(BaseCommand):
    """Print a link that opens once, within a day."""

    help = "Prints a link by which one person chooses a new password; it opens once, within 24 hours."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say for whom, and whether the second step is gone too."""
        parser.add_argument("who", help="a user name, an e-mail address that one person has, or the id in /folk/<id>/")
        parser.add_argument("--forget-factors", action="store_true", help="take away passkeys, app and codes as well")

    def handle(self, *, who: str, forget_factors: bool, **_options: Any) -> None:
        """Make the ticket and say where it leads."""
        nobody = stranger(now())
        person = person_named(nobody, who)
        if person is None:
            raise CommandError(f"Nobody, or more than one, is known by {who!r}.")
        code = let_in(person, forget=forget_factors, by=nobody, at=real_now())
        self.stdout.write(f"{settings.CSRF_TRUSTED_ORIGINS[0]}{reverse('entry:welcome')}?kode={code}")
        self.stdout.write("It opens once, within 24 hours. Give it to nobody else.")
