"""Where a person is reached as a letter is sent: asked of a room above, since here persons are numbers."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TypeAlias

from django.utils.crypto import salted_hmac

#: Given numbers of persons and the time, gives the addresses of those who may be written to now.
Resolver: TypeAlias = Callable[[Collection[int], datetime], Mapping[int, str]]


class Reach:
    """Asks the room above; until one has said that it knows, nobody is reached."""

    def __init__(self) -> None:
        """Begin without anybody to ask."""
        self._resolver: Resolver | None = None

    def by(self, resolver: Resolver) -> None:
        """Say who knows the addresses; called once, as the room above gets ready."""
        self._resolver = resolver

    def addresses(self, persons: Collection[int], at: datetime) -> Mapping[int, str]:
        """Give the addresses of those who may be written to now."""
        return self._resolver(persons, at) if self._resolver and persons else {}


reach = Reach()


def hashed(_actor: object, address: str) -> str:
    """Give what stands for an address in the table of closed ones."""
    return salted_hmac("tett.notify.address", address.strip().lower(), algorithm="sha256").hexdigest()
