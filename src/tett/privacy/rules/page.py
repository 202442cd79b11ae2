"""What somebody writes when they have found a fault."""

import re
from urllib.parse import urlsplit

LONGEST_PAGE = 200
#: An id that nobody can guess leads to somebody; who mends needs the kind of page only.
UNGUESSABLE = re.compile(r"/[A-Za-z0-9_-]{16}(?=/|$)")
CONTACT = re.compile(r"(mailto:)?[^@\s]+@[^@\s]+\.[^@\s]+|https://[^\s]+")


def bare_path(address: str) -> str:
    """Give the path of an address, without what was asked for and without whom it was about."""
    path = urlsplit(address).path if address.startswith(("/", "http://", "https://")) else ""
    return UNGUESSABLE.sub("/…", path)[:LONGEST_PAGE]


def usable_contact(text: str) -> bool:
    """Tell whether it is an e-mail address or the address of a page."""
    return bool(CONTACT.fullmatch(text))
