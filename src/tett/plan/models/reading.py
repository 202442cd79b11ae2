"""A document that is being read: what was sent in, and how far Tett has come."""

from datetime import datetime, timedelta

from django.db import models

from tett.base.models import Record
from tett.people.models import Login, School
from tett.plan.words import ReadingState

#: A reading that isn't over after so long never will be.
PATIENCE = timedelta(minutes=10)


class Reading(Record):
    """The school's latest uploaded document; the file itself is kept only until it is read."""

    school = models.OneToOneField(School, on_delete=models.CASCADE, related_name="reading")
    state = models.CharField(max_length=8, choices=ReadingState.choices, default=ReadingState.WAITING)
    name = models.CharField(max_length=200)
    content = models.BinaryField(null=True)
    #: What was pasted beside the file, so that it is still there if the file can't be read.
    pasted = models.TextField(blank=True)
    page = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    #: Why it couldn't be read, in the language of the one who sent it.
    sentence = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Login, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        """Show what the file was called."""
        return self.name

    @property
    def under_way(self) -> bool:
        """Tell whether it is still to be read."""
        return self.state in {ReadingState.WAITING, ReadingState.READING}

    def is_late(self, at: datetime) -> bool:
        """Tell whether it has taken so long that nobody should wait for it any more."""
        return self.under_way and at - self.sent_at >= PATIENCE
