"""Mail over SMTP, told apart into what is certainly not sent, what is, and the one moment in which nobody can know."""

import smtplib
from collections.abc import Callable
from typing import ClassVar

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import EmailMessage

GO_ON, DOT = 354, b".\r\n"
ENDS = b"\r\n"


class CarefulLine(smtplib.SMTP):
    """A line that says when the server has agreed to take the letter and is about to get it."""

    #: Called when all but the letter itself has been said; what goes wrong before this is certainly not sent.
    about_to_send: Callable[[], None] = staticmethod(lambda: None)

    def data(self, msg: bytes | str | bytearray) -> tuple[int, bytes]:  # type: ignore[override] # as smtplib itself takes it
        """Hand the letter over, having told first; from then until the answer nobody can know."""
        code, said = self.docmd("data")
        if code != GO_ON:
            self.rset()
            raise smtplib.SMTPDataError(code, said)
        self.about_to_send()
        text = bytes(msg) if not isinstance(msg, str) else msg.encode("ascii")
        quoted = smtplib._quote_periods(text)  # type: ignore[attr-defined]  # noqa: SLF001 - what smtplib's own ``data`` does
        self.send(quoted if quoted.endswith(ENDS) else quoted + ENDS)
        self.send(DOT)
        return self.getreply()


class CarefulLineOverTls(CarefulLine, smtplib.SMTP_SSL):
    """The same, encrypted from the first word."""


class Backend(EmailBackend):
    """Django's own SMTP, over a line that tells."""

    classes: ClassVar[dict[bool, type[smtplib.SMTP]]] = {False: CarefulLine, True: CarefulLineOverTls}

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """Give the line that tells."""
        return self.classes[bool(self.use_ssl)]


def hand_over(backend: BaseEmailBackend, mail: EmailMessage, about_to_send: Callable[[], None]) -> None:
    """Send one letter over an open line, and call back just before nobody can know any more."""
    line = getattr(backend, "connection", None)
    if isinstance(line, CarefulLine):
        line.about_to_send = about_to_send
    else:
        about_to_send()  # a folder, or another way of Django's: it takes a letter in one step
    backend.send_messages([mail])
