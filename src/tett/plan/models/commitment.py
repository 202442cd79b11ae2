"""A commitment: a sentence of the plan that obliges somebody."""

from typing import ClassVar

from django.db import models

from tett.access.words import BEARERS
from tett.base.models import Record
from tett.calendar.rules.schedule import Schedule
from tett.people.models import Person
from tett.plan.models.edition import Edition, Passage
from tett.plan.words import Audience, Evidence, Review


class Commitment(Record):
    """Who promises what, for whom, when, and what completes it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="commitments")
    #: Known by this in lists, tests and talk; the same from edition to edition while the place is the same.
    code = models.CharField(max_length=12)
    order = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    #: Where the duty itself stands; a row of the table has more passages, found by ``passage.row``.
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="commitments")
    bearer = models.CharField(max_length=24, choices=BEARERS, blank=True)
    co_bearers = models.JSONField(default=list)
    audience = models.CharField(max_length=16, choices=Audience.choices, default=Audience.SCHOOL)
    levels = models.JSONField(default=list)
    schedule = models.JSONField(default=dict)
    evidence = models.CharField(max_length=12, choices=Evidence.choices)
    act_section = models.CharField(max_length=40, blank=True)
    #: The words that made Tett think so: [{field, words, starts, ends}].
    reasons = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    review = models.CharField(max_length=10, choices=Review.choices, default=Review.PROPOSED)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "code"], name="plan_code_once")
        ]

    def __str__(self) -> str:
        """Show the code and title."""
        return f"{self.code} {self.title}"

    @property
    def when(self) -> Schedule:
        """Give the schedule as a value."""
        return Schedule.from_data(self.schedule)
