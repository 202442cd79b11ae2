"""The guide: every step with how far it has come, seen by what is there and never ticked off by anybody."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tett.access.rules import Actor
from tett.calendar.rules import school_year_name, school_year_of
from tett.people.access import may_appoint
from tett.people.models import School
from tett.start.access import leads_here, may_start
from tett.start.queries.facts import facts_of
from tett.start.rules import Facts, come
from tett.start.words import NOBODY_LEADS, WHY, Come, Step


@dataclass(frozen=True)
class GuideStep:
    """A step, what is there, and where one goes on; without an address it is somebody else's to do."""

    step: Step
    come: Come
    found: str
    why: str
    address: str
    next: bool = False


@dataclass(frozen=True)
class Guide:
    """A school on its way."""

    school: School
    year: str
    steps: tuple[GuideStep, ...]

    @property
    def done(self) -> int:
        """Count the steps that are in place."""
        return sum(step.come == Come.DONE for step in self.steps)

    @property
    def finished(self) -> bool:
        """Tell whether nothing is left."""
        return self.done == len(self.steps)

    @property
    def next(self) -> GuideStep | None:
        """Give the first step that isn't in place."""
        return next((step for step in self.steps if step.next), None)


def schools_to_start(actor: Actor) -> "QuerySet[School]":
    """Give the schools that somebody may lead through the start."""
    return may_start.filter(actor, School.objects.order_by("name"))


def guide_of(actor: Actor, schools: "QuerySet[School]") -> tuple[Guide, ...]:
    """Give each school's way (the same number of queries for one and for many)."""
    facts = facts_of(actor, schools)
    year = school_year_name(school_year_of(actor.day))
    appointing = set(may_appoint.filter(actor, schools).order_by().values_list("pk", flat=True))
    return tuple(
        Guide(school, year, _steps(actor, school, facts[school.pk], appoints=school.pk in appointing))
        for school in schools.select_related("owner")
    )


def _steps(actor: Actor, school: School, facts: Facts, *, appoints: bool) -> tuple[GuideStep, ...]:
    leads = leads_here(actor, school.pk)
    states = {step: TOLD[step](facts) for step in Step}
    first = next((step for step in Step if states[step][0] != Come.DONE), None)
    return tuple(
        GuideStep(step, state, found, str(WHY[step]), _address(step, school, leads, appoints), next=step == first)
        for step, (state, found) in states.items()
    )


def _address(step: Step, school: School, leads: bool, appoints: bool) -> str:  # noqa: FBT001 - two kinds of right
    """Give where a step is done; what only those who lead the school can do has no address for others."""
    here = {Step.ABOUT: "about", Step.DEPARTMENTS: "departments", Step.ROUTE: "route"}
    if step in here:
        return reverse(f"start:{here[step]}", args=[school.slug])
    if step == Step.LEADERS:
        return reverse("start:leaders", args=[school.slug]) if leads or appoints else ""
    return reverse(LED[step]) if leads else ""


LED = {
    Step.PEOPLE: "roster:imports",
    Step.ROLES: "people:everybody",
    Step.PLAN: "plan:read_in",
    Step.YEAR: "year:preview",
    Step.INVITE: "entry:invitations",
}


def _about(facts: Facts) -> tuple[Come, str]:
    text = _("Skolen kan nås.") if facts.phone else _("Telefonnummeret mangler.")
    return come(done=facts.phone, begun=True), text


def _leaders(facts: Facts) -> tuple[Come, str]:
    text = _("Skolen har rektor.") if facts.principals else str(NOBODY_LEADS)
    return come(done=bool(facts.principals)), text


def _departments(facts: Facts) -> tuple[Come, str]:
    if not facts.departments:
        return Come.LEFT, _("Ingen avdelinger ennå.")
    number = ngettext("{n} avdeling", "{n} avdelinger", facts.departments).format(n=facts.departments)
    if facts.headless:
        return Come.DONE, _("{number}, {n} uten leder.").format(number=number, n=facts.headless)
    return Come.DONE, f"{number}."


def _route(facts: Facts) -> tuple[Come, str]:
    if not facts.school_days:
        return Come.LEFT, _("Ingen har sagt når skolen begynner.")
    return Come.DONE, _("{n} skoledager i år.").format(n=facts.school_days)


def _people(facts: Facts) -> tuple[Come, str]:
    if not facts.students and not facts.classes:
        return Come.LEFT, _("Ingen elever eller klasser ennå.")
    text = _("{students} elever i {classes} klasser, {staff} ansatte.").format(
        students=facts.students, classes=facts.classes, staff=facts.staff
    )
    return come(done=bool(facts.students and facts.classes), begun=True), text


def _roles(facts: Facts) -> tuple[Come, str]:
    if not facts.classes:
        return Come.LEFT, _("Klassene kommer først.")
    if facts.without_teacher:
        text = ngettext(
            "{n} klasse mangler kontaktlærer.", "{n} klasser mangler kontaktlærer.", facts.without_teacher
        ).format(n=facts.without_teacher)
        return come(done=False, begun=facts.without_teacher < facts.classes), text
    return Come.DONE, _("Alle klasser har kontaktlærer.")


def _plan(facts: Facts) -> tuple[Come, str]:
    if facts.adopted:
        return Come.DONE, _("Planen er vedtatt.")
    return (Come.BEGUN, _("Planen er lest, og venter på vedtak.")) if facts.draft else (Come.LEFT, _("Ikke lest inn."))


def _year(facts: Facts) -> tuple[Come, str]:
    if facts.laid_out:
        return Come.DONE, _("Skoleåret er lagt ut.")
    return Come.LEFT, _("Skoleåret er ikke lagt ut.")


def _invite(facts: Facts) -> tuple[Come, str]:
    if not facts.staff:
        return Come.LEFT, _("Ingen ansatte ennå.")
    text = _("{n} av {all} ansatte kan logge inn.").format(n=facts.staff_inside, all=facts.staff)
    # Whoever does the rest here is inside already; alone, nobody has been invited.
    everybody = facts.staff > 1 and facts.staff_inside == facts.staff
    return come(done=everybody, begun=facts.staff_inside > 1), text


TOLD: dict[Step, Callable[[Facts], tuple[Come, str]]] = {
    Step.ABOUT: _about,
    Step.LEADERS: _leaders,
    Step.DEPARTMENTS: _departments,
    Step.ROUTE: _route,
    Step.PEOPLE: _people,
    Step.ROLES: _roles,
    Step.PLAN: _plan,
    Step.YEAR: _year,
    Step.INVITE: _invite,
}
