"""The e-mail that reminds: at one's own hour, once, with a reason, without names; and quiet when all is done."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail as sent_mail
from pytest_django.fixtures import Settings

from tests.cast import TODAY, World
from tests.running import give_calendar
from tett.access.words import Role
from tett.base.clock import real_now
from tett.notify.actions import send_some, tell
from tett.notify.models import Mail
from tett.people.models import Assignment, Contact, Person
from tett.people.queries import stranger
from tett.reminders.actions import send_digests
from tett.reminders.jobs import write_digests
from tett.reminders.models import Choice
from tett.reminders.rules import Slot
from tett.reminders.words import WHY_DEFAULT, Rhythm
from tett.tasks.models import Task
from tett.tasks.words import State

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=OSLO)


@pytest.fixture
def school(world: World) -> World:
    """Give the school a calendar, Kari two things to do and one that is late, and everybody an address."""
    give_calendar(world)
    for due in (TODAY + timedelta(days=1), TODAY + timedelta(days=4), TODAY - timedelta(days=3)):
        world.task("kari", due=due, opens=TODAY - timedelta(days=5), school_class=world.classes["1NAA"])
    for name, person in world.people.items():
        Contact.objects.create(person=person, email=f"{name}@example.invalid")
    return world


def _write(at: datetime = MONDAY) -> int:
    by = stranger(at)
    return send_digests(Slot(at.date(), at.hour), by=by, at=at)


def _to(*people: Person) -> list[str]:
    return [line for mail in Mail.objects.filter(person_id__in=[p.pk for p in people]) for line in mail.lines]


def _choose(person: Person, rhythm: Rhythm, hour: int = 7, **fields: Any) -> None:
    Choice.objects.update_or_create(person=person, defaults={"rhythm": rhythm, "hour": hour, **fields})


def test_who_has_not_chosen_hears_once_a_week_how_much_waits_and_why(school: World) -> None:
    _write()
    assert _to(school.kari) == [
        "Du har 2 oppgaver denne uka. 1 oppgave er over fristen.",
        WHY_DEFAULT.format(rhythm="én gang i uka, den første skoledagen"),
    ]
    _write(MONDAY + timedelta(days=1))
    assert Mail.objects.filter(person_id=school.kari.pk).count() == 1


def test_leaders_hear_in_the_same_letter_how_it_is_where_they_lead(school: World) -> None:
    school.task(None, due=TODAY + timedelta(days=2), school_class=school.classes["1NAA"])
    _write()
    assert _to(school.hanne)[0] == "Der du leder: 1 oppgave over fristen og 1 oppgave uten ansvarlig."
    assert Mail.objects.filter(person_id=school.hanne.pk).count() == 1
    assert _to(school.harald) == []


def test_who_has_nothing_to_do_hears_nothing(school: World) -> None:
    Task.objects.update(state=State.NOT_RELEVANT)
    assert _write() == 0
    assert not Mail.objects.exists()


def test_it_stops_when_it_is_done(school: World) -> None:
    _choose(school.kari, Rhythm.DAILY)
    _write()
    Task.objects.update(state=State.NOT_RELEVANT)
    _write(MONDAY + timedelta(days=1))
    assert Mail.objects.filter(person_id=school.kari.pk).count() == 1


def test_each_hour_finds_its_own(school: World) -> None:
    _choose(school.kari, Rhythm.DAILY, hour=15)
    for hour in range(6, 15):
        _write(MONDAY.replace(hour=hour))
    assert _to(school.kari) == []
    _write(MONDAY.replace(hour=15))
    assert "hver skoledag, klokka 15." in _to(school.kari)[-1]


def test_every_day_is_every_school_day(school: World) -> None:
    _choose(school.kari, Rhythm.DAILY)
    for day in range(7):
        _write(MONDAY + timedelta(days=day))
    assert Mail.objects.filter(person_id=school.kari.pk).count() == 5


def test_who_wants_none_gets_none(school: World) -> None:
    _choose(school.kari, Rhythm.NEVER)
    _write()
    assert _to(school.kari) == []


def test_the_same_hour_twice_is_one_letter(school: World) -> None:
    first, second = _write(), _write()
    assert first == second
    assert Mail.objects.count() == first


def test_who_moves_the_hour_gets_no_second_letter_that_day(school: World) -> None:
    _choose(school.kari, Rhythm.DAILY)
    _write()
    _choose(school.kari, Rhythm.DAILY, hour=9)
    _write(MONDAY.replace(hour=9))
    assert Mail.objects.filter(person_id=school.kari.pk).count() == 1


@pytest.mark.parametrize("day", [datetime(2026, 10, 25, 7, tzinfo=OSLO), datetime(2027, 3, 28, 7, tzinfo=OSLO)])
def test_when_clocks_are_set_the_hour_is_still_the_one_on_the_wall(school: World, day: datetime) -> None:
    _choose(school.kari, Rhythm.DAILY, free_days=True)
    _write(day)
    _write(day)
    assert day.astimezone(OSLO).hour == 7
    assert Mail.objects.filter(person_id=school.kari.pk).count() == 1


def test_notices_that_are_new_and_unread_are_counted(school: World) -> None:
    by = stranger(MONDAY)
    for n in range(2):
        tell([school.sven.pk], "x", "Noe er nytt.", "/min-dag/", key=f"x:{n}", by=by, at=MONDAY - timedelta(days=1))
    tell([school.sven.pk], "x", "Noe er nytt.", "/min-dag/", key="old", by=by, at=MONDAY - timedelta(days=8))
    _write()
    assert _to(school.sven)[0] == "Du har 2 nye varsler."


def test_it_is_written_in_the_persons_language(school: World) -> None:
    Person.objects.filter(pk=school.kari.pk).update(language="en")
    _write()
    assert Mail.objects.get(person_id=school.kari.pk).language == "en"


def test_it_goes_to_those_who_are_somebody_as_it_is_sent(school: World, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    _write()
    Assignment.objects.filter(person=school.kari).update(ends=TODAY - timedelta(days=1))
    while send_some(by=stranger(MONDAY), at=MONDAY):
        pass
    assert {letter.to[0] for letter in sent_mail.outbox} == {
        f"{name}@example.invalid" for name in ("hanne", "rita", "dag")
    }


@pytest.mark.parametrize(("whose", "reached"), [("kari", True), ("guro", False)])
def test_a_protected_person_is_written_to_at_an_address_of_their_own_only(
    school: World, settings: Settings, whose: str, *, reached: bool
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Person.objects.filter(pk=school.kari.pk).update(protected_address=True)
    Contact.objects.filter(person=school.kari).update(email=f"{whose}@Example.invalid")
    _write()
    while send_some(by=stranger(MONDAY), at=MONDAY):
        pass
    to = {letter.to[0].lower() for letter in sent_mail.outbox}
    assert (f"{whose}@example.invalid" in to) == reached


@pytest.fixture
def at_seven(school: World, settings: Settings) -> World:
    """Let it be seven on the Monday of the cast."""
    settings.CLOCK_SHIFT = MONDAY - real_now()
    return school


def test_the_job_of_an_hour_writes_when_it_is_that_hour_and_not_long_after(at_seven: World, settings: Settings) -> None:
    settings.CLOCK_SHIFT += timedelta(hours=5)
    write_digests.call(7)
    assert not Mail.objects.exists()
    settings.CLOCK_SHIFT -= timedelta(hours=4)
    write_digests.call(7)
    assert Mail.objects.exists()


def test_no_letter_tells_a_name_a_title_or_a_matter(school: World, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    planted = "Hemmeligord"
    duty = school.duty(title=f"{planted}tittel")
    for name, person in school.people.items():
        Person.objects.filter(pk=person.pk).update(given_name=f"{planted}{name}", family_name=planted)
        school.role(name, Role.SUBJECT_TEACHER, school_class=school.classes["1NAA"])
        school.task(name, duty=duty, student=school.ola, reason=planted)
    _write()
    while send_some(by=stranger(MONDAY), at=MONDAY):
        pass
    assert len(sent_mail.outbox) > 10
    whole = "".join(
        str(letter.message()) + str(letter.body) + str(getattr(letter, "alternatives", ""))
        for letter in sent_mail.outbox
    )
    for word in (planted, "Jonsberg", "1NAA", "elev", "mobb"):
        assert word not in whole
    assert {letter.subject for letter in sent_mail.outbox} == {"Du har noe å gjøre i Tett"}
