"""Notices in the application, and the outbox of e-mails. Persons are known by number only."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from tett.base.models import Record
from tett.notify.words import State


class Notice(Record):
    """Something a person is told in the application: why, and where to look. Never a name, never content."""

    person_id = models.BigIntegerField()
    #: What it is about, such as ``task.given``; for choosing what one gets, never shown.
    kind = models.CharField(max_length=40)
    #: The sentence in the language of the source, which is also its key in the catalogues.
    why = models.CharField(max_length=300)
    address = models.CharField(max_length=400)
    key = models.CharField(max_length=160)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person_id", "key"], name="notify_told_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person_id", "-at"], name="notify_of_a_person"),
            models.Index(fields=["person_id"], condition=Q(read_at__isnull=True), name="notify_unread"),
        ]

    def __str__(self) -> str:
        """Show what it is about."""
        return self.kind


def new_message_id() -> str:
    """Give the unguessable part of a Message-ID; the same at every attempt, so that a doubt can be looked up."""
    return uuid4().hex


class Mail(models.Model):
    """A letter in the outbox, stored with what caused it. What has been sent is forgotten, but for its id."""

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=160, unique=True)
    person_id = models.BigIntegerField(null=True)
    to = models.EmailField(blank=True)
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=120)
    lines = models.JSONField(default=list)
    address = models.CharField(max_length=400)
    message_id = models.CharField(max_length=32, unique=True, default=new_message_id, editable=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    posted_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    #: When to try (again).
    next_at = models.DateTimeField()
    #: Who has taken it to send it, and until when nobody else may.
    holder = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    #: Why it isn't sent (yet): a word of ours or the server's number, never what the server wrote.
    trouble = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["next_at"], condition=Q(state__in=["waiting", "held", "leaving"]), name="notify_to_be_sent"
            ),
            models.Index(fields=["state", "ended_at"], name="notify_ended"),
        ]

    def __str__(self) -> str:
        """Show which letter it is, never to whom."""
        return f"{self.message_id} {self.state}"


class ClosedAddress(models.Model):
    """An e-mail address that takes no mail from us, known by a keyed hash; nothing is sent there until opened again."""

    id = models.BigAutoField(primary_key=True)
    hashed = models.CharField(max_length=64, unique=True)
    person_id = models.BigIntegerField(null=True, db_index=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        """Show since when."""
        return f"{self.since:%Y-%m-%d}"


class Line(models.Model):
    """The line to the mail server: one row, telling whether it works, and when to try again if it doesn't."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sent_at = models.DateTimeField(null=True, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    #: What kind of trouble: the name of the error or the server's number, never what the server wrote.
    trouble = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(id=1), name="notify_one_line")
        ]

    def __str__(self) -> str:
        """Show how it is."""
        return self.trouble or "ok"
