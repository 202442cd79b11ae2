"""Giving Tett a Word document or a PDF: a job reads it, the page shows how far, and what can't be read says why."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.cast import NOW, World
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.people.models import Assignment
from tett.plan import actions
from tett.plan.jobs import read_document
from tett.plan.models import Edition, Reading
from tett.plan.models.reading import PATIENCE
from tett.plan.rules.reading import read_plan
from tett.plan.tests.conftest import TEXT
from tett.plan.tests.papers import as_pdf, as_word, pieces_of
from tett.plan.tests.test_views import client_of
from tett.plan.words import ReadingState

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def word() -> bytes:
    """Give the short plan as a Word document."""
    return as_word(pieces_of(read_plan(TEXT)))


def send(world: World, data: bytes, name: str = "planen.docx", **more: str) -> Client:
    """Let the principal choose a file, and give her browser."""
    client = client_of(world, "rita")
    answer = client.post(reverse("plan:read_in"), {"file": SimpleUploadedFile(name, data), **more})
    assert (answer.status_code, answer["Location"]) == (302, reverse("plan:reading"))
    return client


def work() -> None:
    """Do what was put off, as the worker does."""
    for job in DBTaskResult.objects.filter(task_path="tett.plan.jobs.read_document"):
        read_document.func(*job.args_kwargs["args"])


def test_a_word_document_becomes_the_draft_that_its_text_would_be(world: World, word: bytes) -> None:
    client = send(world, word)
    assert "planen.docx" in client.get(reverse("plan:reading")).content.decode()
    assert not Edition.objects.exists()
    work()
    assert client.get(reverse("plan:reading"))["Location"] == reverse("plan:review")
    codes = set(Edition.objects.get().commitments.values_list("code", flat=True))
    assert codes == {one.code for one in read_plan(TEXT).commitments}


def test_a_pdf_is_read_with_its_pages_told(world: World) -> None:
    send(world, as_pdf(pieces_of(read_plan(TEXT))), "planen.pdf")
    work()
    reading = Reading.objects.get()
    assert (reading.state, reading.page, reading.pages) == (ReadingState.READ, 1, 1)
    assert Edition.objects.get().read_by == world.rita


def test_the_file_is_let_go_once_it_is_read_or_refused(world: World, word: bytes) -> None:
    send(world, word)
    assert Reading.objects.get().content is not None
    work()
    assert Reading.objects.get().content is None


def test_what_cannot_be_read_says_why_and_what_was_pasted_is_still_there(world: World, word: bytes) -> None:
    client = send(world, word[:5000], text="Det vi limte inn.")
    work()
    assert client.get(reverse("plan:reading"))["Location"] == reverse("plan:read_in")
    page = client.get(reverse("plan:read_in")).content.decode()
    assert "Word-dokumentet er ødelagt." in page
    assert "planen.docx" in page
    assert "Det vi limte inn." in page
    assert not Edition.objects.exists()


def test_why_is_said_in_the_language_of_the_one_who_sent_it(world: World, word: bytes) -> None:
    client = client_of(world, "rita")
    client.cookies["tett-language"] = "en"
    client.post(reverse("plan:read_in"), {"file": SimpleUploadedFile("plan.docx", word[:5000])})
    work()
    assert Reading.objects.get().language == "en"


def test_a_document_without_a_promise_is_refused_in_the_same_way(world: World) -> None:
    client = send(world, as_word([("paragraph", "Velkommen til oss. Her er det fint å være.")]))
    work()
    assert "Vi fant ingen forpliktelser" in client.get(reverse("plan:read_in")).content.decode()


def test_two_documents_at_once_are_one_too_many(world: World, word: bytes) -> None:
    client = send(world, word)
    answer = client.post(reverse("plan:read_in"), {"file": SimpleUploadedFile("en-til.docx", word)})
    assert (answer.status_code, "leser allerede" in answer.content.decode()) == (422, True)
    assert Reading.objects.get().name == "planen.docx"


def test_a_reading_that_never_ends_is_given_up_and_another_can_be_sent(world: World, word: bytes) -> None:
    client = send(world, word)
    Reading.objects.update(sent_at=NOW - PATIENCE - timedelta(days=1000))
    page = client.get(reverse("plan:reading")).content.decode()
    assert "Prøv en gang til" in page
    send(world, word, "på-nytt.docx")
    work()
    assert Edition.objects.get().commitments.exists()


def test_a_job_that_is_run_again_after_a_crash_makes_one_draft(world: World, word: bytes) -> None:
    send(world, word)
    work()
    work()
    assert Edition.objects.count() == 1


def test_a_job_that_was_killed_while_it_read_takes_it_up_again(world: World, word: bytes) -> None:
    send(world, word)
    Reading.objects.update(state=ReadingState.READING, page=3, pages=9)
    work()
    assert Edition.objects.count() == 1


def test_who_has_lost_the_role_meanwhile_gets_no_draft(world: World, word: bytes) -> None:
    send(world, word)
    Assignment.objects.filter(person=world.rita).delete()
    work()
    assert not Edition.objects.exists()
    assert "rektor" in Reading.objects.get().sentence


@pytest.mark.parametrize("name", ["hanne", "kari", "ola", "guro", "adam", "carl", "petra"])
def test_nobody_else_sends_in_or_sees_what_was_sent(world: World, word: bytes, name: str) -> None:
    send(world, word)
    with pytest.raises(Refusal):
        actions.send_in(world.school, word, "x.docx", pasted="", language="nb", by=world.actor(name), at=NOW)
    page = client_of(world, name).get(reverse("plan:reading"), follow=True)
    assert "planen.docx" not in page.content.decode()


def test_a_draft_must_be_out_of_the_way_first(world: World, draft: Edition, word: bytes) -> None:
    answer = client_of(world, "rita").post(reverse("plan:read_in"), {"file": SimpleUploadedFile("ny.docx", word)})
    assert (answer.status_code, Reading.objects.exists()) == (422, False)


def test_the_log_tells_that_a_document_came_and_never_what_it_was_called(world: World, word: bytes) -> None:
    send(world, word, "Sak om Ola.docx")
    [event] = Event.objects.filter(what="plan.document_sent")
    assert event.facts == {"kind": "word", "bytes": len(word)}
    assert event.person_id == world.rita.pk


def test_the_part_that_shows_progress_leads_on_by_itself(world: World, word: bytes) -> None:
    client = send(world, word)
    Reading.objects.update(state=ReadingState.READING, page=5, pages=40)
    part = client.get(reverse("plan:reading"), headers={"HX-Request": "true"}).content.decode()
    assert "Har lest 5 av 40 sider." in part
    assert "<html" not in part
    work()
    done = client.get(reverse("plan:reading"), headers={"HX-Request": "true"})
    assert (done.status_code, done["HX-Redirect"]) == (204, reverse("plan:review"))


def test_a_large_document_may_be_larger_than_a_large_text(world: World) -> None:
    big = b"PK\x03\x04" + bytes(6 << 20)
    send(world, big)
    answer = client_of(world, "rita").post(
        reverse("plan:read_in"), {"file": SimpleUploadedFile("plan.docx", b"PK\x03\x04" + bytes(21 << 20))}
    )
    assert (answer.status_code, "for stor" in answer.content.decode()) == (422, True)
