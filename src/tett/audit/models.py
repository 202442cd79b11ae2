"""The log: what was done, by whom, to what, each line chained to the one before."""

from datetime import UTC
from typing import Any, ClassVar

from django.db import models


class Event(models.Model):
    """One line of the log; holds no foreign keys, so that it outlives what it tells of."""

    id = models.BigAutoField(primary_key=True)
    serial = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    what = models.CharField(max_length=80)
    thing = models.CharField(max_length=80)
    thing_id = models.CharField(max_length=40)
    school_id = models.BigIntegerField(null=True, db_index=True)
    person_id = models.BigIntegerField(null=True)
    login_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    link = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["serial"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["thing", "thing_id"])]

    def __str__(self) -> str:
        """Show the line's number and what happened."""
        return f"{self.serial} {self.what}"

    def content(self) -> dict[str, Any]:
        """Give everything that a line's link covers."""
        return {
            "serial": self.serial,
            "at": self.at.astimezone(UTC).isoformat(),
            "what": self.what,
            "thing": self.thing,
            "thing_id": self.thing_id,
            "school_id": self.school_id,
            "person_id": self.person_id,
            "login_id": self.login_id,
            "facts": self.facts,
        }


class Head(models.Model):
    """The end of the chain: one row, held while a line is added so that numbers never collide."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    serial = models.PositiveBigIntegerField(default=0)
    link = models.CharField(max_length=64, default="")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")
        ]

    def __str__(self) -> str:
        """Show where the chain ends."""
        return f"…{self.serial}"
