"""Subscriptions to calendars: what each tells, whose it is, and the hash of its secret address."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tett.access.words import Role
from tett.base.models import Record
from tett.feeds.words import Kind
from tett.people.models import Person, School, SchoolClass


class Feed(Record):
    """A calendar that one person subscribes to; without a secret it is turned off."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    role = models.CharField(max_length=24, choices=Role.choices, blank=True)
    school = models.ForeignKey(School, null=True, on_delete=models.CASCADE, related_name="+")
    school_class = models.ForeignKey(SchoolClass, null=True, on_delete=models.CASCADE, related_name="+")
    #: The four above in one word: nothing isn't equal to nothing in a database, and each calendar is had once.
    about = models.CharField(max_length=60)
    #: A keyed hash: whoever reads the database can't ask for a calendar with it.
    secret = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - unique, and many have none
    begun_at = models.DateTimeField()
    renewed_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "about"], name="feeds_one_of_each"),
            models.CheckConstraint(
                condition=Q(secret__isnull=True, revoked_at__isnull=False)
                | Q(secret__isnull=False, revoked_at__isnull=True),
                name="feeds_open_or_revoked",
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="feeds_kind_known"),
        ]

    def __str__(self) -> str:
        """Show the kind and whose it is."""
        return f"{self.kind} of {self.person_id}"


class Fetch(models.Model):
    """When a feed was last asked for, and when what it tells last changed: written by the machinery alone."""

    feed = models.OneToOneField(Feed, primary_key=True, on_delete=models.CASCADE, related_name="fetch")
    at = models.DateTimeField()
    tag = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        """Show when."""
        return f"{self.feed_id} {self.at:%Y-%m-%d}"
