"""Changes of school routes: kept before they are made, to be looked at, and after, to be undone."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tett.base.models import Record
from tett.calendar.models import SchoolCalendar
from tett.people.models import Owner, Person, School
from tett.route.words import Standing, What


class Amendment(Record):
    """What somebody wants a calendar to say of a school year, what it said before, and what that does."""

    calendar = models.ForeignKey(SchoolCalendar, on_delete=models.CASCADE, related_name="+")
    #: The school whose own days are changed; None when it is the owner's calendar for all schools.
    school = models.ForeignKey(School, null=True, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Owner, on_delete=models.PROTECT, related_name="+")
    starts_in = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=8, choices=What.choices)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.PROPOSED)
    #: What the calendar says of the year (see ``rules.snapshot``); null is nothing at all.
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    #: The lines of the file it was read from, and what became of each.
    reading = models.JSONField(default=list, blank=True)
    #: What it does at each school whose year is laid out: numbers, and at one's own school the promises.
    effects = models.JSONField(default=list, blank=True)
    #: Schools whose tasks follow: how many there are, are counted, and have followed.
    schools = models.PositiveIntegerField(default=0)
    counted = models.PositiveIntegerField(default=0)
    followed = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="route_standing_known"),
            models.CheckConstraint(condition=Q(what__in=What.values), name="route_what_known"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["calendar", "starts_in", "standing"], name="route_of_calendar")
        ]

    def __str__(self) -> str:
        """Show what and which year."""
        return f"{self.what} {self.starts_in}"
