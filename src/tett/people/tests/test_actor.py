"""What somebody is today: read from dated roles, enrolments and rights, in one query."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, TODAY, YESTERDAY, World
from tett.access.rules import Actor, Held
from tett.access.words import Role
from tett.people.actions.relations import withdraw_consent
from tett.people.models import Assignment, Consent, Enrolment, Guardianship, Person
from tett.people.words import Right

DAY = timedelta(days=1)


def roles(actor: Actor) -> set[Role]:
    """Give the roles that somebody holds."""
    return {held.role for held in actor.held}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rita", {Role.PRINCIPAL}),
        ("siri", {Role.STUDENT, Role.CLASS_REPRESENTATIVE}),
        ("bodil", {Role.STUDENT, Role.COUNCIL_BOARD}),
        ("guro", {Role.GUARDIAN}),
        ("lars", {Role.GUARDIAN}),
        ("carl", {Role.COUNTY_OFFICER}),
        ("vik", {Role.TEMP}),
        ("vera", set[Role]()),
        ("finn", set[Role]()),
        ("mona", set[Role]()),
        ("nils", set[Role]()),
    ],
)
def test_everybody_is_what_holds_today(crowd: World, name: str, expected: set[Role]) -> None:
    actor = crowd.actor(name)
    assert roles(actor) == expected
    assert actor.known is bool(expected)


def test_a_role_tells_where_it_counts(crowd: World) -> None:
    school, owner, own = crowd.school.pk, crowd.owner.pk, crowd.classes["1NAA"]
    assert crowd.actor("kari").held == (Held(Role.CONTACT_TEACHER, owner, school, None, own.pk),)
    assert crowd.actor("ola").held == (Held(Role.STUDENT, owner, school, own.department_id, own.pk),)
    assert crowd.actor("guro").held == (Held(Role.GUARDIAN, owner, school, own.department_id, own.pk),)
    assert crowd.actor("carl").held == (Held(Role.COUNTY_OFFICER, owner),)


def test_everything_is_read_in_one_query(crowd: World) -> None:
    login = crowd.guro.login
    assert login.person.name
    with CaptureQueriesContext(connection) as asked:
        crowd_actor = crowd.actor("guro")
    assert crowd_actor.wards == {crowd.ola.pk}
    assert len(asked) == 2, "one for the login, one for what its person holds"


@pytest.mark.parametrize("model", [Assignment, Enrolment])
def test_a_role_holds_from_its_first_through_its_last_day(
    world: World, model: type[Assignment] | type[Enrolment]
) -> None:
    name = "kari" if model is Assignment else "per"
    model.objects.all().update(starts=TODAY, ends=TODAY)
    known = [world.actor(name, NOW + DAY * days).known for days in (-1, 0, 1)]
    assert known == [False, True, False]


def test_the_day_is_norwegian_and_not_greenwichs(world: World) -> None:
    world.vera.assignments.update(ends=TODAY)
    late = NOW.replace(hour=21, minute=59)
    assert world.actor("vera", late).known
    assert not world.actor("vera", late + timedelta(minutes=1)).known


def test_somebody_may_be_many_things_at_many_places(crowd: World) -> None:
    crowd.role("sven", Role.PRINCIPAL, school=crowd.other)
    Guardianship.objects.create(
        guardian=crowd.sven, student=crowd.tiril, right=Right.PARENTAL, source="Folkeregisteret", starts=TODAY
    )
    sven = crowd.actor("sven")
    assert roles(sven) == {Role.SUBJECT_TEACHER, Role.PRINCIPAL, Role.GUARDIAN}
    assert sven.schools(Role.PRINCIPAL) == {crowd.other.pk}
    assert sven.classes(Role.SUBJECT_TEACHER) == {crowd.classes["1NAA"].pk, crowd.classes["1NAB"].pk}
    assert sven.wards == {crowd.tiril.pk}


@pytest.mark.parametrize(
    ("right", "follows"),
    [(Right.PARENTAL, True), (Right.APPOINTED, True), (Right.CHILD_WELFARE, True), (Right.NONE, False)],
)
def test_a_right_in_law_is_what_lets_an_adult_follow(crowd: World, right: Right, follows: bool) -> None:
    Guardianship.objects.filter(guardian=crowd.guro).update(right=right)
    assert (crowd.ola.pk in crowd.actor("guro").wards) is follows


@pytest.mark.parametrize(("starts", "ends", "follows"), [(1, 9, False), (-9, -1, False), (-9, 0, True), (0, 9, True)])
def test_a_right_holds_in_its_period(crowd: World, starts: int, ends: int, follows: bool) -> None:
    Guardianship.objects.filter(guardian=crowd.guro).update(starts=TODAY + DAY * starts, ends=TODAY + DAY * ends)
    assert bool(crowd.actor("guro").wards) is follows


@pytest.mark.parametrize(
    ("birth", "day", "follows"),
    [
        (date(2008, 9, 15), TODAY, True),
        (date(2008, 9, 14), TODAY, False),
        (date(2008, 2, 29), date(2026, 2, 27), True),
        (date(2008, 2, 29), date(2026, 2, 28), False),
        (None, TODAY, False),
    ],
)
def test_a_right_ends_by_itself_the_day_the_student_is_18(
    crowd: World, birth: date | None, day: date, follows: bool
) -> None:
    Person.objects.filter(pk=crowd.ola.pk).update(birth_date=birth)
    Guardianship.objects.update(starts=date(2026, 1, 1))
    Enrolment.objects.update(starts=date(2026, 1, 1))
    at = NOW.replace(month=day.month, day=day.day)
    assert bool(crowd.actor("guro", at).wards) is follows


def test_a_guardian_follows_only_while_the_student_is_at_a_school(crowd: World) -> None:
    Enrolment.objects.filter(student=crowd.ola).update(ends=YESTERDAY)
    assert not crowd.actor("guro").known


def test_an_adult_students_consent_lets_one_follow_in_its_period(crowd: World) -> None:
    given = Consent.objects.get()
    assert crowd.actor("lars").wards == {crowd.leon.pk}
    Consent.objects.update(starts=TODAY + DAY)
    assert not crowd.actor("lars").wards
    assert crowd.actor("lars", NOW + DAY).wards
    assert not crowd.actor("lars", NOW + timedelta(days=91)).wards
    withdraw_consent(given, by=crowd.actor("leon"), at=NOW)
    assert not crowd.actor("lars").known


def test_consent_of_one_student_opens_nothing_about_another(crowd: World) -> None:
    Guardianship.objects.create(
        guardian=crowd.lars, student=crowd.siri, right=Right.NONE, source="Folkeregisteret", starts=TODAY
    )
    assert crowd.actor("lars").wards == {crowd.leon.pk}


@pytest.mark.parametrize("role", [Role.STUDENT, Role.GUARDIAN])
def test_nobody_is_assigned_to_be_a_student_or_a_guardian(world: World, role: Role) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        world.role("vera", role)


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.TEMP, {"school": None}),
        (Role.TEMP, {"ends": date(2026, 7, 31)}),
    ],
)
def test_the_database_refuses_roles_without_place_or_period(world: World, role: Role, scope: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        world.role("vera", role, **scope)
