"""The demo: two invented schools of the real one's shape, the same every time, and never outside a demo."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.conf import settings as used
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from tett.access.words import STAFF_ROLES, Role
from tett.base.clock import real_now
from tett.people.models import Assignment, Consent, Enrolment, Guardianship, Login, Person, School, SchoolClass
from tett.people.queries import actor_for
from tett.people.words import LegalBasis, Lodging, Right
from tett.plan.models import Edition
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.year.models import Unfolding

TUESDAY = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make the demo on a Tuesday in November, once for all, and take it away again."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True, CLOCK_SHIFT=TUESDAY - real_now()):
            call_command("demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(made: None, db: None) -> School:
    """Give the school whose year is under way."""
    return School.objects.get(slug="lysdal")


def test_a_school_has_the_shape_of_the_real_one(demo: School) -> None:
    enrolled = Enrolment.objects.filter(school=demo)
    staff = Assignment.objects.filter(school=demo, role__in=STAFF_ROLES).values("person").distinct()
    assert 200 <= enrolled.filter(basis=LegalBasis.STUDENT).count() <= 240
    assert 25 <= enrolled.filter(basis=LegalBasis.PARTICIPANT).count() <= 30
    assert 12 <= SchoolClass.objects.filter(school=demo).count() <= 14
    assert 60 <= staff.count() <= 75
    assert enrolled.exclude(lodging=Lodging.HOME).count() > 30


def test_there_is_somebody_for_every_rule(demo: School) -> None:
    assert Person.objects.filter(protected_address=True).exists()
    assert Guardianship.objects.filter(right=Right.NONE).exists()
    assert Consent.objects.exists()
    assert Assignment.objects.filter(school=demo, role=Role.TEMP, ends="2026-11-23").count() == 1
    assert Assignment.objects.filter(school=demo, role=Role.TEMP, ends__gt="2026-11-24").count() == 1
    turning = Person.objects.filter(birth_date__range=(date(2008, 8, 1), date(2009, 7, 31)))
    assert turning.exists()


def test_one_school_is_under_way_and_the_other_waits_for_its_plan(demo: School) -> None:
    assert list(Edition.objects.values_list("school__slug", flat=True)) == ["lysdal"]
    assert Unfolding.objects.filter(school=demo).exists()
    states = Counter(Task.objects.filter(school=demo).values_list("state", flat=True))
    assert states[State.DONE] > 500
    assert Task.objects.filter(school=demo, state=State.OPEN, due__lt="2026-11-24").count() > 10
    assert not Task.objects.exclude(school=demo).exists()


def test_nothing_was_done_in_the_future_or_before_it_opened(demo: School) -> None:
    done = Task.objects.filter(school=demo, state=State.DONE, closed_by__isnull=False)
    assert not done.filter(happened_on__gt="2026-11-24").exists()
    assert not [task for task in done if task.happened_on and task.happened_on < task.opens]


def test_everybody_in_the_cast_can_be_met_by_no_password(demo: School) -> None:
    names = set(Login.objects.values_list("username", flat=True))
    assert {"rektor.jonsberg", "elev.lysdal", "foresatt-uten.lysdal", "fylket", "system"} <= names
    assert not any(login.has_usable_password() for login in Login.objects.all())


def test_yesterdays_temp_and_the_parent_without_responsibility_are_nobody(demo: School) -> None:
    for name in ("vikar-sluttet.lysdal", "foresatt-uten.lysdal", "foresatt-18.lysdal"):
        login = Login.objects.select_related("person").get(username=name)
        assert not actor_for(login, TUESDAY).known, name
    consenting = Login.objects.select_related("person").get(username="foresatt-samtykke.lysdal")
    assert actor_for(consenting, TUESDAY).known


def test_people_have_the_same_names_every_time(demo: School) -> None:
    assert Login.objects.get(username="rektor.lysdal").person.name == "Bregne Myrdrag"
    assert Login.objects.get(username="elev.lysdal").person.name == "Ringblom Kornbånd"


def test_no_two_at_a_school_share_a_name(demo: School) -> None:
    same = Person.objects.values("given_name", "family_name").annotate(n=Count("pk")).filter(n__gt=1)
    assert not same.exists()


def test_the_demo_is_refused_outside_a_demo(db: None) -> None:
    assert not used.DEMO
    with pytest.raises(CommandError, match="TETT_DEMO"):
        call_command("demo")
