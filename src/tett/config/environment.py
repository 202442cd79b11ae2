"""Settings from the environment, read once and refused with a sentence when one is wrong."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

#: Every name that Tett reads, with what it is for; a name that begins with TETT_ and is not here is a slip of the pen.
NAMES = {
    "TETT_ADDRESS": "the address people use, e.g. https://tett.example.no",
    "TETT_HOSTS": "other host names that are served, with commas between",
    "TETT_BEHIND_PROXY": "1 when a proxy in front ends TLS, and sets X-Forwarded-Proto and X-Forwarded-For itself",
    "TETT_SECRET_KEY": "at least 50 random characters; without it Tett makes a key in its data folder",
    "TETT_DEBUG": "1 for developers only",
    "TETT_DEMO": "1 for the made-up school, where anybody may log in as anybody",
    "TETT_AT": "the day and time the demo believes it is, e.g. 2026-09-14T08:00",
    "TETT_AT_SINCE": "when TETT_AT was said; set by ./tett so that all processes agree",
    "TETT_DATA": "the folder for the database, the files and the key",
    "TETT_MAIL_URL": "the mail server: smtp://user:password@host:587 (STARTTLS) or smtps://…:465; without it, a folder",
    "TETT_MAIL_FROM": "whom letters come from, e.g. Tett <tett@example.no>",
    "TETT_IDLE_MINUTES": "how long a session may rest before one must log in again",
    "TETT_FILE_MB": "how big a file may be that somebody puts on a task, in megabytes",
    "TETT_SESSION_HOURS": "how long a session may last at all",
    "TETT_BACKUPS": "the folder that ./tett backup writes to, and that the health page looks in",
    "TETT_LOG": "json for lines that programs read, one for each answer; plain (the default) for people",
    "TETT_METRICS": "the folder where web processes count together, emptied at start; TETT_DATA/metrics if not said",
    "TETT_METRICS_TOKEN": "the word that lets a program read /metrics and the details of /helse/; else nobody may",
    "TETT_POOLED": "1 when DATABASE_URL leads to a pool that lends connections for a transaction (pgbouncer)",
    "TETT_SECURITY_CONTACT": "where somebody who found a hole writes: mailto:… or https://…; for security.txt",
    "TETT_FEIDE_ISSUER": "who says who staff and students are, e.g. https://auth.dataporten.no; with TETT_FEIDE_CLIENT",
    "TETT_FEIDE_CLIENT": "what Feide calls this installation",
    "TETT_FEIDE_SECRET": "what proves to Feide that it is this installation",
    "TETT_IDPORTEN_ISSUER": "who says who guardians are, e.g. https://idporten.no; with TETT_IDPORTEN_CLIENT",
    "TETT_IDPORTEN_CLIENT": "what ID-porten calls this installation",
    "TETT_IDPORTEN_SECRET": "what proves to ID-porten that it is this installation",
    "TETT_CHROMIUM": "the browser that the tests use",
    "TETT_PG_BIN": "the folder with PostgreSQL's programs that the tests use",
    "TETT_PICTURES": "set by ./tett pictures, so that the walks leave pictures for the user guide",
}
KEY_LENGTH = 50
OLDEST_PORT, NEWEST_PORT = 1, 65535


@dataclass(frozen=True)
class Environment:
    """The variables of the process, typed."""

    values: Mapping[str, str]

    def __post_init__(self) -> None:
        """Refuse names that nothing reads."""
        for name in self.values:
            if name.startswith("TETT_") and name not in NAMES:
                known = ", ".join(sorted(NAMES))
                raise ImproperlyConfigured(f"{name} is not a setting of Tett. The settings are: {known}.")

    def text(self, name: str, default: str = "") -> str:
        """Read a text without surrounding blanks."""
        return self.values.get(name, "").strip() or default

    def flag(self, name: str) -> bool:
        """Read a yes (1) or a no (0, empty or missing)."""
        value = self.text(name, "0")
        if value not in {"0", "1"}:
            raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
        return value == "1"

    def choice(self, name: str, default: str, among: tuple[str, ...]) -> str:
        """Read one of a few words."""
        value = self.text(name, default)
        if value not in among:
            raise ImproperlyConfigured(f"{name} must be {' or '.join(among)}, not {value!r}.")
        return value

    def secret(self, name: str, least: int) -> str:
        """Read a word that opens something, if there is one; it must be too long to guess."""
        value = self.text(name)
        if value and len(value) < least:
            raise ImproperlyConfigured(f"{name} must have at least {least} characters.")
        return value

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """Read a whole number within bounds."""
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
            raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
        return int(value)

    def words(self, name: str) -> list[str]:
        """Read a list with commas between."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def moment(self, name: str) -> datetime | None:
        """Read a day and time; without an offset it is the machine's local time."""
        value = self.text(name)
        if not value:
            return None
        try:
            return datetime.fromisoformat(value).astimezone()
        except ValueError:
            raise ImproperlyConfigured(f"{name} must be a day and time like 2026-09-14T08:00, not {value!r}.") from None

    def folder(self, name: str, default: Path) -> Path:
        """Read a folder, made if it is missing and readable by nobody else."""
        path = Path(self.text(name, str(default))).expanduser().absolute()
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as why:
            raise ImproperlyConfigured(f"{name}: the folder {path} can't be made ({why.strerror}).") from None
        if not os.access(path, os.W_OK | os.X_OK):
            raise ImproperlyConfigured(f"{name}: the folder {path} can't be written to.")
        return path


def secret_key(env: Environment, folder: Path) -> str:
    """Read the key, or make one in the data folder at the first start."""
    if given := env.text("TETT_SECRET_KEY"):
        if len(given) < KEY_LENGTH:
            raise ImproperlyConfigured(f"TETT_SECRET_KEY must have at least {KEY_LENGTH} characters.")
        return given
    path = folder / "secret.key"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(KEY_LENGTH))
    return path.read_text("ascii").strip()


def _write_once(path: Path, text: str) -> None:
    """Write it so that two processes that start at once agree on one."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    draft.touch(mode=0o600)
    draft.write_text(text, "ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # the other one came first, and its key is as good
    finally:
        draft.unlink()


def security_contact(env: Environment) -> str:
    """Read where somebody who found a hole writes, as security.txt wants it."""
    value = env.text("TETT_SECURITY_CONTACT")
    if value and not value.startswith(("mailto:", "https://")):
        raise ImproperlyConfigured("TETT_SECURITY_CONTACT must begin with mailto: or https://.")
    return value


def clock_shift(env: Environment, *, demo: bool) -> timedelta:
    """Tell how far the demo's clock is from the machine's; nothing outside a demo."""
    at = env.moment("TETT_AT")
    if at is None:
        return timedelta()
    if not demo:
        raise ImproperlyConfigured("TETT_AT moves the clock, which only a demo may: set TETT_DEMO=1 or take it away.")
    return at - (env.moment("TETT_AT_SINCE") or datetime.now(UTC))


@dataclass(frozen=True)
class Address:
    """Where people find this installation."""

    scheme: str
    host: str
    port: int | None

    @property
    def secure(self) -> bool:
        """Tell whether people come over TLS."""
        return self.scheme == "https"

    @property
    def origin(self) -> str:
        """Give it as browsers write an origin."""
        return f"{self.scheme}://{self.host}" + (f":{self.port}" if self.port else "")


def address(env: Environment) -> Address:
    """Read the address people use."""
    value = env.text("TETT_ADDRESS", "http://localhost:8000")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/"):
        raise ImproperlyConfigured(f"TETT_ADDRESS must be like https://tett.example.no, not {value!r}.")
    return Address(parts.scheme, parts.hostname, _port(parts.netloc, "TETT_ADDRESS"))


def _port(netloc: str, name: str) -> int | None:
    _, _, port = netloc.rpartition("@")[2].rpartition("]")[2].partition(":")
    if port and not (port.isdigit() and OLDEST_PORT <= int(port) <= NEWEST_PORT):
        raise ImproperlyConfigured(f"{name}: the port must be a number from 1 to 65535, not {port!r}.")
    return int(port) if port else None


def database(env: Environment, folder: Path) -> dict[str, Any]:
    """Read DATABASE_URL; without one it is SQLite in the data folder."""
    url = env.text("DATABASE_URL")
    if not url:
        return sqlite(folder / "tett.sqlite3")
    parts = urlsplit(url)
    if parts.scheme in {"postgresql", "postgres"} and parts.path.strip("/"):
        return _postgresql(url)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        return sqlite(Path(unquote(parts.path)))
    raise ImproperlyConfigured(
        "DATABASE_URL must be like postgresql://user:password@host:5432/name or sqlite:///path/to/file."
    )


def sqlite(path: Path) -> dict[str, Any]:
    """Give Django's settings for a SQLite file; what makes it safe is in the driver."""
    return {"ENGINE": "tett.config.sqlite", "NAME": str(path), "CONN_MAX_AGE": 600}


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(options.pop("port", None) or _port(parts.netloc, "DATABASE_URL") or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
