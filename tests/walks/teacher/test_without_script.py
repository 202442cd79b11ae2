"""The same work with scripts turned off."""

import re

import pytest
from playwright.sync_api import expect

from tests.cast import World
from tests.walks.conftest import PHONE, Enter
from tett.tasks.models import Task
from tett.tasks.words import Evidence, State


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """Turn scripts off."""
    return {**browser_context_args, "java_script_enabled": False}


def test_a_task_is_done_and_opened_again(school: World, enter: Enter) -> None:
    task = school.task(school_class=school.classes["1NAA"])
    page = enter("kari", "/oppgaver/", PHONE)
    page.get_by_role("button", name=re.compile(r"Gjort ?: Klassens time")).click()
    expect(page.locator("#beskjeder")).to_contain_text("Klassens time")
    task.refresh_from_db()
    assert task.state == State.DONE
    page.locator("summary", has_text="Gjort de siste to ukene").click()
    page.get_by_role("button", name=re.compile(r"Angre ?: Klassens time")).click()
    task.refresh_from_db()
    assert task.state == State.OPEN


def test_a_draft_can_be_kept_by_a_button(school: World, enter: Enter) -> None:
    task = school.task(duty=school.duty(Evidence.NOTE), school_class=school.classes["1NAA"])
    page = enter("kari", f"/oppgaver/{task.public_id}/", PHONE)
    page.get_by_label(re.compile("Hva gjorde dere|Notat")).first.fill("Halvferdig")
    page.get_by_role("button", name="Lagre kladd").click()
    page.goto(page.url.partition("kladd")[0])
    expect(page.get_by_label(re.compile("Hva gjorde dere|Notat")).first).to_have_value("Halvferdig")
    assert Task.objects.get().state == State.OPEN
