"""An edition: the document as the school wrote it, cut into sections and passages."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tett.base.models import Record
from tett.people.models import Person, School
from tett.plan.words import EditionState, PassageKind


class Edition(Record):
    """One wording of the plan; frozen once adopted. At most one is in force at a school."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="editions")
    #: Counted per school from 1: the edition's stable address is /<school>/planen/<number>/.
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    state = models.CharField(max_length=8, choices=EditionState.choices, default=EditionState.DRAFT)
    last_revised = models.DateField(null=True)
    revision_month = models.PositiveSmallIntegerField(null=True)
    #: What Tett noticed about the document as a whole (values of ``words.Remark``).
    remarks = models.JSONField(default=list)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    in_force_from = models.DateField(null=True)
    in_force_until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["school", "number"], name="plan_edition_number_once"),
            models.UniqueConstraint(
                fields=["school"], condition=Q(state=EditionState.ADOPTED), name="plan_one_edition_in_force"
            ),
            models.UniqueConstraint(
                fields=["school"], condition=Q(state=EditionState.DRAFT), name="plan_one_draft_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state=EditionState.DRAFT) | Q(adopted_at__isnull=False, in_force_from__isnull=False),
                name="plan_adopted_has_day",
            ),
        ]

    def __str__(self) -> str:
        """Show the number and title."""
        return f"{self.number}. {self.title}"


class Section(Record):
    """A part of the plan under one heading."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sections")
    number = models.PositiveIntegerField()
    heading = models.CharField(max_length=300)
    #: The letter that the section's commitments are numbered with, e.g. K for the contact teacher.
    letter = models.CharField(max_length=4)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "number"], name="plan_section_once")
        ]

    def __str__(self) -> str:
        """Show the heading."""
        return self.heading


class Passage(Record):
    """A paragraph, bullet or table cell, and where in the text it stands (character offsets)."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="passages")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="passages")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=PassageKind.choices)
    text = models.TextField()
    starts = models.PositiveIntegerField()
    ends = models.PositiveIntegerField()
    row = models.PositiveIntegerField(null=True)
    column = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "number"], name="plan_passage_once")
        ]

    def __str__(self) -> str:
        """Show how it begins."""
        return self.text[:60]


class Link(models.Model):
    """A reference that the plan gives."""

    id = models.BigAutoField(primary_key=True)
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(max_length=300)
    address = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        """Show the label."""
        return self.label
