"""The outbox at the terminal: how it goes, a letter to try with, and what somebody has decided about."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tett.notify.actions import close_address, open_address, send_some, send_unsure
from tett.notify.actions.trial import send_trial
from tett.notify.jobs import nobody
from tett.notify.queries import health


class Command(BaseCommand):
    """Look after the post."""

    help = "Tells how it goes with e-mail; with an option, does something about it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Describe what can be done."""
        parser.add_argument("--to", metavar="ADDRESS", help="send a letter to try with, now, to this address")
        parser.add_argument("--send", action="store_true", help="send what waits, now and from here")
        parser.add_argument("--again", action="store_true", help="send again what may or may not have been sent")
        parser.add_argument(
            "--close", metavar="ADDRESS", help="send nothing more to an address that sends letters back"
        )
        parser.add_argument("--open", metavar="ADDRESS", help="send to that address again")

    def handle(self, **options: Any) -> None:
        """Do what was asked, then tell how it goes."""
        by = nobody()
        if options["to"]:
            self._try(options["to"])
        if options["again"]:
            self.stdout.write(f"{send_unsure(by=by, at=by.now)} wait to be sent again.")
        if options["close"]:
            close_address(options["close"], by=by, at=by.now)
        if options["open"]:
            open_address(options["open"], by=by, at=by.now)
        while options["send"] and send_some(by=nobody(), at=nobody().now):
            pass
        self._tell()

    def _try(self, to: str) -> None:
        trouble = send_trial(to, by=nobody())
        if trouble:
            raise CommandError(f"The letter was not sent: {trouble}")
        if health(nobody(), nobody().now).by_server:
            self.stdout.write(f"A letter was handed over for {to}. Look whether it has come, also among unwanted mail.")
        else:
            self.stdout.write(f"A letter for {to} lies in {settings.EMAIL_FILE_PATH}.")

    def _tell(self) -> None:
        by = nobody()
        found = health(by, by.now)
        where = "by the mail server" if found.by_server else "to a folder, since TETT_MAIL_URL isn't set"
        self.stdout.write(f"Letters go {where}.")
        since = f", the oldest since {found.oldest:%Y-%m-%d %H:%M}" if found.oldest else ""
        self.stdout.write(f"{found.waiting} wait{since}.")
        self.stdout.write(
            f"The last two weeks: {found.sent} sent, {found.refused} to addresses that refused, "
            f"{found.given_up} given up, {found.unsure} that may or may not have been sent (see --again)."
        )
        if found.failing_since:
            self.stdout.write(
                f"The server hasn't answered since {found.failing_since:%Y-%m-%d %H:%M}: {found.trouble}."
            )
