"""A teacher is told of a task, chooses how to be reminded, gets one e-mail, does the task, and hears no more."""

import re
from collections.abc import Callable
from datetime import timedelta

from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from tests.cast import NOW, World
from tests.walks.conftest import PHONE, Enter
from tett.notify.actions import send_some
from tett.people.models import Contact
from tett.people.queries import stranger
from tett.reminders.actions import send_digests
from tett.reminders.models import Choice
from tett.reminders.rules import Slot
from tett.tasks.actions import reassign

WEEK = timedelta(days=7)


def _given(school: World) -> None:
    """Let the head of the department give Kari a task that was another's."""
    Contact.objects.create(person=school.kari, email="kari@example.invalid")
    task = school.task("sven", school_class=school.classes["1NAA"])
    reassign(task, school.kari, by=school.actor("hanne"), at=NOW)


def _eight_o_clock(weeks: int) -> list[str]:
    """Let it be eight on a Monday, and give what Kari gets."""
    at = timezone.localtime(NOW + weeks * WEEK)
    by, before = stranger(at), len(mail.outbox)
    send_digests(Slot(at.date(), at.hour), by=by, at=at)
    while send_some(by=by, at=at):
        pass
    return [str(letter.body) for letter in mail.outbox[before:] if letter.to == ["kari@example.invalid"]]


def test_told_reminded_once_and_left_in_peace(
    school: World, enter: Enter, settings: Settings, accessible: Callable[[Page], None]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    _given(school)
    page = enter("kari", "/min-dag/", PHONE)
    page.get_by_role("link", name=re.compile(r"Varsler.*noe nytt")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hva er nytt for deg?")
    accessible(page)
    page.get_by_role("button", name=re.compile("Du har fått en oppgave")).click()
    expect(page).to_have_url(re.compile("/oppgaver/"))
    page.get_by_role("link", name="Varsler", exact=True).click()
    expect(page.get_by_text("Du har lest alt.")).to_be_visible()
    page.get_by_role("link", name="Velg hva du får, og når").click()
    accessible(page)
    page.get_by_label("én gang i uka").check()
    page.get_by_label("Klokka").select_option("08.00")
    page.get_by_role("button", name="Lagre").click()
    expect(page.get_by_role("status")).to_contain_text("Lagret")
    assert Choice.objects.get(person=school.kari).hour == 8
    (letter,) = _eight_o_clock(weeks=0)
    assert "Du har 1 oppgave denne uka." in letter
    assert "én gang i uka, den første skoledagen, klokka 08" in letter
    assert "http://localhost:8000/min-dag/" in letter
    page.goto(f"{page.url.partition('/meg/')[0]}/min-dag/")
    page.get_by_role("button", name=re.compile(r"Gjort ?: Klassens time")).click()
    expect(page.get_by_role("status").filter(has_text="Klassens time")).to_contain_text("gjort")
    assert _eight_o_clock(weeks=1) == []
