"""Where school routes belong: a school with its own days, or a county with those of all its schools."""

from dataclasses import dataclass

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, QuerySet

from tett.access.rules import Actor
from tett.calendar.models import SchoolCalendar, SchoolYear
from tett.people.models import Owner, School
from tett.route.access import may_edit_own, may_edit_shared, may_read_route, may_read_shared


@dataclass(frozen=True)
class Place:
    """A school or a county, and its calendars as the actor meets them."""

    public_id: str
    name: str
    owner: Owner
    school: School | None
    #: What is shown: the place's own days on top of those beneath.
    calendar: SchoolCalendar | None
    #: What the place itself may change; a school without days of its own has none yet.
    own: SchoolCalendar | None
    #: What lies beneath, and belongs to the county.
    shared: SchoolCalendar | None
    may_edit: bool

    @property
    def of_county(self) -> bool:
        """Tell whether it is the calendar of all the county's schools."""
        return self.school is None


@dataclass(frozen=True)
class Choice:
    """A place one may look at."""

    public_id: str
    name: str
    of_county: bool = False


def place_of(actor: Actor, public_id: str) -> Place | None:
    """Give a school or an owner whose route the actor may see (two queries at most)."""
    school = _schools(actor).filter(public_id=public_id).first()
    if school is not None:
        return _of_school(school)
    owner = _owners(actor).filter(public_id=public_id).first()
    return _of_owner(owner) if owner else None


def first_place(actor: Actor) -> str | None:
    """Give the place that somebody belongs to: the school before the county (two queries at most)."""
    at_school = may_read_route.filter(actor, School.objects.filter(pk__in=actor.schools())).order_by("name", "pk")
    found = at_school.values_list("public_id", flat=True).first()
    if found:
        return found
    owners = may_read_shared.filter(actor, Owner.objects.order_by("name", "pk"))
    return owners.values_list("public_id", flat=True).first()


def choices(actor: Actor) -> tuple[Choice, ...]:
    """Give all places that the actor may look at, the county first (two queries)."""
    owners = may_read_shared.filter(actor, Owner.objects.order_by("name")).values_list("public_id", "name")
    schools = may_read_route.filter(actor, School.objects.order_by("name")).values_list("public_id", "name")
    return (*(Choice(*row, of_county=True) for row in owners), *(Choice(*row) for row in schools))


def edits_frame(_actor: Actor, place: Place, starts_in: int) -> bool:
    """Tell whether first and last school day are this place's to say: the county's, once it has said (one query)."""
    if not place.may_edit or place.shared is None:
        return place.may_edit
    said = SchoolYear.objects.filter(starts_in=starts_in, first_day__isnull=False)
    calendars = set(
        said.filter(calendar__in=[place.shared, place.own or place.shared]).values_list("calendar", flat=True)
    )
    return place.shared.pk not in calendars or (place.own is not None and place.own.pk in calendars)


def schools_under(_actor: Actor, calendar: SchoolCalendar) -> list[School]:
    """Give the schools that go by a calendar, or by one on top of it; whoever calls has asked who may (one query)."""
    rows = School.objects.filter(calendar=calendar) | School.objects.filter(calendar__parent=calendar)
    return list(rows.order_by("pk").distinct())


def _schools(actor: Actor) -> "QuerySet[School]":
    rows = may_read_route.filter(actor, School.objects.all())
    others = School.objects.filter(calendar=OuterRef("calendar")).exclude(pk=OuterRef("pk"))
    owners = Owner.objects.filter(calendar=OuterRef("calendar"))
    beneath = SchoolCalendar.objects.filter(parent=OuterRef("calendar"))
    return rows.select_related("calendar__parent", "owner__calendar").annotate(
        may_edit=ExpressionWrapper(may_edit_own.rows(actor), BooleanField()),
        is_shared=Exists(others) | Exists(owners) | Exists(beneath),
    )


def _owners(actor: Actor) -> "QuerySet[Owner]":
    rows = may_read_shared.filter(actor, Owner.objects.all()).select_related("calendar")
    return rows.annotate(may_edit=ExpressionWrapper(may_edit_shared.rows(actor), BooleanField()))


def _of_school(school: School) -> Place:
    """Say which calendar is the school's own: one that others go by too is not."""
    calendar, is_shared, may_edit = school.calendar, _flag(school, "is_shared"), _flag(school, "may_edit")
    if calendar is None:
        own, shared = None, school.owner.calendar
    elif is_shared:
        own, shared = None, calendar
    else:
        own, shared = calendar, calendar.parent
    return Place(school.public_id, school.name, school.owner, school, calendar, own, shared, may_edit)


def _of_owner(owner: Owner) -> Place:
    return Place(
        owner.public_id, owner.name, owner, None, owner.calendar, owner.calendar, None, _flag(owner, "may_edit")
    )


def _flag(row: School | Owner, name: str) -> bool:
    """Read what the question was annotated with."""
    return bool(getattr(row, name))
