"""Sessions in the database, that tell a database in trouble from a session that is gone."""

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import OperationalError


class SessionStore(DatabaseStore):
    """Django's own store, but for what it says when the database doesn't answer."""

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's own signature
        """Keep what is in the session; a database that is locked or away is our error and not the sender's.

        Django says of both that the session was deleted meanwhile, and answers that the request was bad.
        """
        try:
            super().save(must_create)
        except UpdateError as gone:
            if isinstance(gone.__context__, OperationalError):
                raise gone.__context__ from None
            raise
