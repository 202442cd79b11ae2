"""A contact teacher with one minute, on a phone."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.cast import NOW, World
from tests.walks.conftest import PHONE, Enter
from tett.tasks.models import Draft, Duty, Proof, Task
from tett.tasks.words import Evidence, State


def hour(school: World, duty: Duty | None = None) -> Task:
    """Give the class hour of this week."""
    return school.task(duty=duty, school_class=school.classes["1NAA"])


def test_one_tap_from_the_day_and_a_way_back(school: World, enter: Enter, accessible: Callable[[Page], None]) -> None:
    task = hour(school)
    page = enter("kari", "/min-dag/", PHONE)
    page.get_by_role("button", name=re.compile(r"Gjort ?: Klassens time")).click()
    expect(page.get_by_role("status").filter(has_text="Klassens time")).to_contain_text("gjort")
    accessible(page)
    page.get_by_role("button", name=re.compile(r"Angre ?: Klassens time")).click()
    expect(page.get_by_role("button", name=re.compile(r"Gjort ?: Klassens time"))).to_be_visible()
    task.refresh_from_db()
    assert task.state == State.OPEN


def test_a_note_is_kept_while_it_is_written_and_survives_a_reload(
    school: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    task = hour(school, duty=school.duty(Evidence.NOTE))
    page = enter("kari", f"/oppgaver/{task.public_id}/", PHONE)
    with page.expect_response(lambda answer: "kladd" in answer.url):
        page.get_by_label(re.compile("Hva gjorde dere|Notat")).first.press_sequentially("Vi snakket om kantina.")
    expect(page.locator("#kladd")).to_contain_text("lagret", ignore_case=True)
    page.reload()
    expect(page.get_by_label(re.compile("Hva gjorde dere|Notat")).first).to_have_value("Vi snakket om kantina.")
    accessible(page)
    page.get_by_role("button", name="Gjort", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Gjort: Klassens time")).to_be_visible()
    assert Proof.objects.get(task=task).text == "Vi snakket om kantina."
    task.refresh_from_db()
    assert task.state == State.DONE
    assert not Draft.objects.exists()


def test_everybody_but_those_who_were_away(school: World, enter: Enter) -> None:
    duty = school.duty(Evidence.ACTIVITY, "Bli-kjent-dag")
    for name in ("ola", "siri", "per"):
        school.task(duty=duty, student=school.people[name], school_class=school.classes["1NAA"])
    page = enter("kari", "/oppgaver/", PHONE)
    page.get_by_role("link", name=re.compile(r"Velg hvem ?: Bli-kjent-dag")).click()
    page.locator("summary", has_text="Hvem ble ikke med?").click()
    page.get_by_label("Per Prøve").check()
    page.get_by_label(re.compile("Hva gjorde dere|Notat")).first.fill("God stemning.")
    page.get_by_role("button", name="Før som gjort").click()
    expect(page.locator("main")).to_contain_text("Per Prøve")
    done = Task.objects.filter(duty=duty, state=State.DONE)
    assert {task.student_id for task in done} == {school.ola.pk, school.siri.pk}


def test_a_colleague_looks_after_the_tasks_for_a_while(
    school: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    hour(school)
    page = enter("kari", "/oppgaver/overlat/", PHONE)
    accessible(page)
    page.get_by_label("Hvem skal passe på?").select_option(label="Sven Prøve")
    page.get_by_role("button", name="Overlat").click()
    expect(page.locator("main")).to_contain_text("Sven Prøve")
    page = enter("sven", "/oppgaver/", PHONE)
    expect(page.locator("main")).to_contain_text("Du passer på denne for Kari Prøve.")


def test_with_the_keyboard_alone(school: World, enter: Enter) -> None:
    task = hour(school)
    page = enter("kari", "/oppgaver/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Hopp til innholdet")
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Tab")
        if "Gjort" in (page.locator(":focus").text_content() or ""):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile(r"Angre ?: Klassens time"))).to_be_focused()
    task.refresh_from_db()
    assert task.state == State.DONE
    assert task.happened_on == NOW.date()
