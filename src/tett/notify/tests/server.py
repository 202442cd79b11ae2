"""A real mail server for the tests, which keeps what it gets and can be told to say no."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Event

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class PostOffice:
    """What the server does, and what it has got."""

    #: What it says to a recipient, or to the letter itself.
    to_recipient: dict[str, str] = field(default_factory=dict)
    to_letter: str = "250 OK"
    got: list[EmailMessage] = field(default_factory=list)
    #: Set when somebody wants to send or a letter has come, and waited for before the answer.
    asked: Event = field(default_factory=Event)
    may_send: Event = field(default_factory=Event)
    came: Event = field(default_factory=Event)
    may_answer: Event = field(default_factory=Event)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's own name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Say yes or no to a recipient."""
        self.asked.set()
        await server.loop.run_in_executor(None, self.may_send.wait, 20)
        said = self.to_recipient.get(address, "250 OK")
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        """Keep the letter, then answer."""
        if self.to_letter.startswith("250"):
            self.got.append(message_from_bytes(envelope.original_content or b"", policy=policy.default))
        self.came.set()
        await server.loop.run_in_executor(None, self.may_answer.wait, 20)
        return self.to_letter


class AnyPort(Controller):
    """Listen at whatever port is free."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[union-attr] # it has begun to listen
        super()._trigger_server()  # type: ignore[no-untyped-call] # the library's own


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Run one on this machine, at a port of its own."""
    office = PostOffice()
    office.may_send.set()
    office.may_answer.set()
    controller = AnyPort(office, hostname="127.0.0.1", port=0, ready_timeout=10)
    controller.start()
    office.port = controller.port
    try:
        yield office
    finally:
        office.may_send.set()
        office.may_answer.set()
        controller.stop()
