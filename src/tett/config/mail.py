"""Which server sends our letters, and whom they come from, read from the environment."""

from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from tett.config.environment import Environment

PORTS = {"smtp": 587, "smtps": 465}
HERE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class MailServer:
    """How to reach it; without a host there is none."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    #: Encrypted from the first word, or from the word STARTTLS on.
    tls_first: bool = False
    tls_then: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is one."""
        return bool(self.host)


def mail_server(env: Environment) -> MailServer:
    """Read the address of the server; letters leave the machine encrypted, or not at all."""
    url = env.text("TETT_MAIL_URL")
    if not url:
        return MailServer()
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if parts.scheme not in PORTS or not host or parts.path.strip("/") or parts.query:
        raise ImproperlyConfigured(
            "TETT_MAIL_URL must be like smtp://user:password@mail.example.no:587 or smtps://user:password@host:465."
        )
    first = parts.scheme == "smtps"
    return MailServer(
        host=host,
        port=port or (25 if host in HERE and not first else PORTS[parts.scheme]),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls_first=first,
        tls_then=not first and host not in HERE,  # nobody listens between us and our own machine
    )


def mail_from(env: Environment, host: str) -> str:
    """Read whom letters come from; nobody reads what is answered."""
    given = env.text("TETT_MAIL_FROM", f"Tett <ikke-svar@{host}>")
    if "\n" in given or not all(parseaddr(given)[1].partition("@")):
        raise ImproperlyConfigured(f"TETT_MAIL_FROM must be like Tett <tett@example.no>, not {given!r}.")
    return given
