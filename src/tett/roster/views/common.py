"""What the pages of imports share."""

from collections.abc import Callable
from typing import TypeAlias

from django.http import Http404

from tett.roster.models import Import
from tett.roster.queries.pages import import_to_see
from tett.ui.http import Request

#: Puts a job in the queue: the import's number, and that of the login that asks for it.
Later: TypeAlias = Callable[[int, int], object]
#: Lists of so many lines are read while one waits; longer ones by a worker.
AT_ONCE = 1_000


def found(request: Request, public_id: str) -> Import:
    """Give the import, or answer as if it weren't there."""
    imported = import_to_see(request.actor, public_id)
    if imported is None:
        raise Http404
    return imported


def waits(imported: Import) -> bool:
    """Tell whether a list is so long that a worker reads it."""
    return imported.lines > AT_ONCE


def asks(request: Request) -> int:
    """Give the login that asks, for the job that acts as it."""
    return request.actor.login_id or 0
