"""What a school owner has decided about privacy, and faults that somebody has told of."""

from typing import ClassVar

from django.db import models

from tett.base.models import Record
from tett.people.models import Owner, Person

LONGEST_FAULT = 2000


class Statement(models.Model):
    """What the owner answers for on the open pages; what isn't filled in is said to be missing."""

    id = models.BigAutoField(primary_key=True)
    owner = models.OneToOneField(Owner, on_delete=models.CASCADE, related_name="+")
    #: How to reach the data protection officer: an e-mail address or a web page.
    officer = models.CharField(max_length=200, blank=True)
    #: The accessibility statement at uustatus.no.
    accessibility = models.URLField(blank=True)
    #: Months that each kind (``Keeps`` of ``DECIDED_BY_OWNER``) is kept; what is missing isn't decided.
    months = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        """Show whose it is, by number."""
        return f"statement of {self.owner_id}"


class Fault(Record):
    """A fault that somebody found, with no more of who it was than they wanted to say."""

    text = models.TextField(max_length=LONGEST_FAULT)
    #: The address it was found at, without what stands after the question mark.
    page = models.CharField(max_length=200, blank=True)
    answer_to = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(db_index=True)
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-id"]

    def __str__(self) -> str:
        """Show when, never what."""
        return f"{self.at:%Y-%m-%d %H:%M}"
