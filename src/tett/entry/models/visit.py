"""Where somebody is logged in."""

from django.db import models

from tett.base.models import Record
from tett.entry.words import How
from tett.people.models import Login


class Visit(Record):
    """A session, as its owner sees it: on what, since when, how; never from where."""

    login = models.ForeignKey(Login, on_delete=models.CASCADE, related_name="visits")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    how = models.CharField(max_length=12, choices=How.choices)
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        """Show on what."""
        return f"{self.browser} {self.system}".strip()
