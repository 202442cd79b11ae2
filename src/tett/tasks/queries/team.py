"""What a leader's people have to do."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import Role
from tett.calendar.rules import school_year_of
from tett.people.models import SchoolClass
from tett.tasks.access import HEADS, may_follow_tasks
from tett.tasks.models import Task
from tett.tasks.queries.rows import PAGE, Row, folded, paged, told
from tett.tasks.words import Show, State

OPEN = Q(state=State.OPEN)
HOLES = OPEN & (Q(stands_in=True) | Q(responsible=None))


@dataclass(frozen=True)
class Filters:
    """What a leader looks at; ids are those in addresses."""

    show: Show = Show.LATE
    department: str = ""
    school_class: str = ""
    person: str = ""
    page: int = 1

    def query(self, **changed: object) -> str:
        """Give the address of the list with something else chosen; another choice starts at the first page."""
        other = replace(self, **{"page": 1, **changed})  # type: ignore[arg-type]  # names are checked by replace
        names = {"vis": other.show.value, "avdeling": other.department, "klasse": other.school_class}
        names |= {"person": other.person, "side": str(other.page) if other.page > 1 else ""}
        return "?" + urlencode({name: value for name, value in names.items() if value})


@dataclass(frozen=True)
class Choice:
    """A way to look at the list."""

    name: str
    address: str
    chosen: bool
    number: int | None = None


@dataclass(frozen=True)
class Team:
    """One page of the team's tasks, and the other ways to look at them."""

    rows: tuple[Row, ...]
    filters: Filters
    shows: tuple[Choice, ...]
    departments: tuple[Choice, ...]
    classes: tuple[Choice, ...]
    person: str
    more: bool

    @property
    def by_person(self) -> str:
        """Give the address of this list for one person, but for the person's id at its end."""
        return f"{self.filters.query(person='')}&person="

    @property
    def everybody(self) -> str:
        """Give the address of this list without the person."""
        return self.filters.query(person="")

    @property
    def open_address(self) -> str:
        """Give the address of the same list with everything that is open."""
        return self.filters.query(show=Show.OPEN)

    @property
    def narrowed(self) -> bool:
        """Tell whether the list is narrowed to a part of the school."""
        return bool(self.filters.department or self.filters.school_class or self.filters.person)

    @property
    def previous(self) -> str:
        """Give the address of the page before, or nothing."""
        return self.filters.query(page=self.filters.page - 1) if self.filters.page > 1 else ""

    @property
    def next(self) -> str:
        """Give the address of the page after, or nothing."""
        return self.filters.query(page=self.filters.page + 1) if self.more else ""


def team(actor: Actor, filters: Filters) -> Team | None:
    """Give one page of what a leader follows (four queries), or None for those who lead nothing."""
    if not actor.leads:
        return None
    chosen = _chosen(actor, filters)
    start = (filters.page - 1) * PAGE
    order = ["-due"] if filters.show == Show.DONE else ["due"]
    folds, more = paged(folded(_shown(chosen, filters.show, actor), order, start, start + PAGE + 1))
    rows = told(actor, folds)
    classes = _classes(actor)
    return Team(
        rows=rows,
        filters=filters,
        shows=_shows(chosen, filters, actor),
        departments=_department_choices(classes, filters),
        classes=_class_choices(classes, filters),
        person=next((row.who for row in rows), "") if filters.person else "",
        more=more,
    )


def _chosen(actor: Actor, filters: Filters) -> "QuerySet[Task]":
    # The schools are named again outside the rule, so that the database can start from the school's index.
    schools = actor.schools(*HEADS, Role.DEPARTMENT_HEAD)
    rows = may_follow_tasks.filter(actor, Task.objects.filter(school__in=schools))
    if filters.department:
        of = SchoolClass.objects.filter(department__public_id=filters.department).order_by().values("pk")
        rows = rows.filter(Q(department__public_id=filters.department) | Q(school_class__in=of))
    if filters.school_class:
        rows = rows.filter(school_class__public_id=filters.school_class)
    return rows.filter(responsible__public_id=filters.person) if filters.person else rows


def _shown(rows: "QuerySet[Task]", show: Show, actor: Actor) -> "QuerySet[Task]":
    conditions = {
        Show.LATE: OPEN & Q(due__lt=actor.day),
        Show.OPEN: OPEN,
        Show.HOLES: HOLES,
        Show.DONE: Q(state=State.DONE),
        Show.ALL: ~Q(state=State.CANCELLED),
    }
    return rows.filter(conditions[show])


def _shows(rows: "QuerySet[Task]", filters: Filters, actor: Actor) -> tuple[Choice, ...]:
    numbers = rows.filter(OPEN).aggregate(
        late=Count("pk", filter=Q(due__lt=actor.day)), open=Count("pk"), holes=Count("pk", filter=HOLES)
    )
    return tuple(
        Choice(str(show.label), filters.query(show=show), show == filters.show, numbers.get(show.value))
        for show in Show
    )


def _classes(actor: Actor) -> list[tuple[str, str, str, str]]:
    """Give this year's classes with their departments."""
    led = Q(school__in=actor.schools(*HEADS)) | Q(department__in=actor.departments(Role.DEPARTMENT_HEAD))
    rows = SchoolClass.objects.filter(led, starts_in=school_year_of(actor.day)).order_by("name")
    return list(rows.values_list("public_id", "name", "department__public_id", "department__name"))


def _department_choices(classes: list[tuple[str, str, str, str]], filters: Filters) -> tuple[Choice, ...]:
    names = {department: name for _key, _class, department, name in classes}
    return tuple(
        Choice(
            name,
            filters.query(department="" if key == filters.department else key, school_class=""),
            key == filters.department,
        )
        for key, name in sorted(names.items(), key=lambda item: item[1])
    )


def _class_choices(classes: list[tuple[str, str, str, str]], filters: Filters) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            name, filters.query(school_class="" if key == filters.school_class else key), key == filters.school_class
        )
        for key, name, department, _name in classes
        if filters.department in {"", department}
    )
