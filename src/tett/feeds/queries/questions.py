"""What serving a feed asks the database: rows of plain values, each kept by the rules that pages ask."""

from typing import Any, TypeAlias

from django.db.models import Case, CharField, Count, F, Max, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce

from tett.access.rules import Actor, Rule
from tett.access.words import Role
from tett.feeds.access import bearers_of, may_follow_role
from tett.feeds.models import Feed
from tett.feeds.rules.limits import LATE, MOST
from tett.people.models import Owner, School
from tett.tasks.access import may_do_own, may_do_today, may_know_of, running
from tett.tasks.models import Change, Task
from tett.tasks.words import Evidence, Happened, State

#: Rows of values have no type of their own.
Values: TypeAlias = "QuerySet[Any, Any]"
#: Stands for a secret in the question that finds its feed.
ANY_SECRET = "any secret"  # noqa: S105 - no secret, but where one goes


def feed_behind(actor: Actor) -> Values:  # noqa: ARG001 - nobody is known before the feed is found
    """Ask for the feed with a secret whose owner may log in."""
    rows = Feed.objects.filter(secret=ANY_SECRET, person__login__is_active=True).order_by()
    return rows.values_list(
        "pk", "kind", "role", "school_id", "school_class_id", "person_id", "person__login__pk", "person__language",
        "school__short_name", "school_class__name", "school_class__level", "school_class__school_id",
        _text("fetch__at"), "fetch__tag", _text("fetch__changed_at"),
    )  # fmt: skip


def handed_over(actor: Actor) -> Values:
    """Ask whether the actor has handed over or taken over anything today."""
    return running(actor).filter(Q(giver=actor.person_id) | Q(taker=actor.person_id)).values_list("pk")[:1]


def own(actor: Actor) -> Values:
    """Ask for what somebody has to do on a day when nothing is handed over: a short question, as on most days."""
    return _tasks(_kept_by(may_do_own, actor))


def own_today(actor: Actor) -> Values:
    """Ask for what somebody has to do on a day when something is handed over."""
    return _tasks(_kept_by(may_do_today, actor))


def of_role(actor: Actor, school: int, role: str) -> Values:
    """Ask for what the plan gives a role that the actor holds at a school."""
    rows = _kept_by(may_follow_role, actor)
    return _occurrences(rows.filter(school=school, duty__bearer__in=bearers_of(Role(role))))


def of_class(actor: Actor, school: int, school_class: int) -> Values:
    """Ask for what is arranged: by students and guardians as they know it already, by teachers the same."""
    invited = actor.classes(Role.STUDENT, Role.GUARDIAN) >= {school_class}
    rows = _kept_by(may_know_of, actor) if invited else _open(actor)
    whole = Q(school_class=None, department=None, student=None, staff=None)
    rows = rows.filter(school=school, duty__evidence=Evidence.ACTIVITY)
    return _occurrences(rows.filter(Q(school_class=school_class, student=None) | whole))


def moved(actor: Actor, *holders: int) -> Values:  # noqa: ARG001 - of the tasks that the actor's feed was given
    """Ask how many times each open task of those who hold them was moved, and when last."""
    lines = Change.objects.filter(what=Happened.MOVED, task__responsible__in=holders, task__state=State.OPEN)
    return lines.order_by().values_list("task").annotate(times=Count("pk"), last=Cast(Max("at"), CharField()))


def calendar(actor: Actor, school: int | None) -> Values:
    """Ask for the calendar of a school, else of the one somebody belongs to, else the county's."""
    schools = {school} if school else actor.schools()
    within = School.objects.filter(pk__in=schools) if schools else Owner.objects.filter(pk__in=actor.owners(*Role))
    found = within.filter(calendar__isnull=False).order_by("pk")
    return found.values_list("calendar_id", "calendar__stamp", "calendar__parent_id", "calendar__parent__stamp")[:1]


def _kept_by(rule: Rule, actor: Actor) -> "QuerySet[Task]":
    return rule.filter(actor, _open(actor))


def _open(actor: Actor) -> "QuerySet[Task]":
    return Task.objects.filter(state=State.OPEN, due__gte=actor.day - LATE)


def _tasks(rows: "QuerySet[Task]") -> Values:
    """Ask for what a feed may know of tasks: of the persons they are about nothing but that there is one."""
    another = Q(student__isnull=False) | (Q(staff__isnull=False) & ~Q(staff=F("responsible")))
    return rows.order_by("due", "pk").values_list(
        "pk", "public_id", "duty__public_id", "duty__title", "slot", _text("opens"), _text("due"),
        Coalesce("school_class__name", "department__name", Value("")), Case(When(another, then=1), default=0),
        "responsible_id",
    )[:MOST]  # fmt: skip


def _occurrences(rows: "QuerySet[Task]") -> Values:
    """Ask for the same of the promise, whoever has it to do."""
    return rows.order_by("due", "pk").values_list(
        Value(0), "duty__public_id", "duty__public_id", "duty__title", "slot", _text("opens"), _text("due"),
        Value(""), Value(1), Value(0),
    )[:MOST]  # fmt: skip


def _text(field: str) -> Cast:
    """Ask for a moment or a day as text, as every database gives it alike."""
    return Cast(F(field), CharField())
