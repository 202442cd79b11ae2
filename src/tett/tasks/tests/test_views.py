"""What people meet: pages, forms and one-tap acts."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import Settings

from tests.cast import World
from tett.base.clock import now
from tett.tasks.models import Draft, Handover, Proof, Task
from tett.tasks.tests.browsing import KEY, PART, a_task, client
from tett.tasks.tests.test_files import EXE, PDF
from tett.tasks.words import Evidence, Happened, State


def test_my_list_has_the_task_and_a_button(today: World) -> None:
    task = a_task(today)
    page = client("kari").get("/oppgaver/")
    assert page.status_code == 200
    assert "Klassens time" in page.content.decode()
    assert f"/oppgaver/{task.public_id}/gjort/" in page.content.decode()


def test_one_tap_completes_and_undo_opens_again(today: World) -> None:
    task, kari = a_task(today), client("kari")
    part = kari.post(f"/oppgaver/{task.public_id}/gjort/", {"nokkel": KEY}, headers=PART)
    task.refresh_from_db()
    assert (part.status_code, task.state) == (200, State.DONE)
    assert part.content.decode().strip().startswith("<li")
    assert "Angre" in part.content.decode()
    part = kari.post(f"/oppgaver/{task.public_id}/angre/", {"nokkel": "u" * 22}, headers=PART)
    task.refresh_from_db()
    assert (part.status_code, task.state) == (200, State.OPEN)
    assert "gjort/" in part.content.decode()


def test_one_tap_works_without_a_script_and_says_so(today: World) -> None:
    task, kari = a_task(today), client("kari")
    page = kari.post(f"/oppgaver/{task.public_id}/gjort/", {"nokkel": KEY}, follow=True)
    assert page.redirect_chain == [("/oppgaver/", 303)]
    assert "Gjort: Klassens time" in page.content.decode()


@pytest.mark.parametrize("til", ["https://ond.example/", "//ond.example/", "javascript:alert(1)"])
def test_one_goes_back_only_within_the_house(today: World, til: str) -> None:
    task = a_task(today)
    page = client("kari").post(f"/oppgaver/{task.public_id}/gjort/", {"nokkel": KEY, "til": til})
    assert page["Location"] == "/oppgaver/"


def test_a_double_submit_does_one_thing(today: World) -> None:
    task, kari = a_task(today), client("kari")
    form = {"happened_on": timezone.localdate(now()).isoformat(), "note": "Fint", "nokkel": KEY}
    answers = [kari.post(f"/oppgaver/{task.public_id}/gjort/", form) for _ in range(3)]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(303, "/oppgaver/")}
    assert [change.what for change in task.changes.all()] == [Happened.COMPLETED]
    assert Proof.objects.count() == 1


def test_everybody_but_those_ticked_is_done(today: World) -> None:
    duty = today.duty(Evidence.ACTIVITY, "Bli-kjent-dag")
    tasks = {name: a_task(today, duty=duty, student=today.people[name]) for name in ("ola", "siri", "per")}
    day = timezone.localdate(now()).isoformat()
    form = {"happened_on": day, "ticked": [tasks["per"].public_id], "nokkel": KEY}
    page = client("kari").post(f"/oppgaver/{tasks['ola'].public_id}/gjort/", form, follow=True)
    states = {name: Task.objects.get(pk=task.pk).state for name, task in tasks.items()}
    assert states == {"ola": State.DONE, "siri": State.DONE, "per": State.OPEN}
    assert "Gjort for 2: Bli-kjent-dag" in page.content.decode()
    client("kari").post(f"/oppgaver/{tasks['siri'].public_id}/angre/?sammen=1", {"nokkel": "u" * 22})
    assert set(Task.objects.values_list("state", flat=True)) == {State.OPEN}


def test_talks_are_done_for_those_ticked_only(today: World) -> None:
    duty = today.duty(Evidence.TALK, "Elevsamtale")
    tasks = {name: a_task(today, duty=duty, student=today.people[name]) for name in ("ola", "siri")}
    form = {"happened_on": timezone.localdate(now()).isoformat(), "nokkel": KEY}
    address = f"/oppgaver/{tasks['ola'].public_id}/gjort/"
    page = client("kari").post(address, form)
    assert page.status_code == 422
    assert "Ingen er valgt" in page.content.decode()
    client("kari").post(address, {**form, "ticked": [tasks["siri"].public_id]})
    assert [Task.objects.get(pk=tasks[name].pk).state for name in ("ola", "siri")] == [State.OPEN, State.DONE]


def test_ids_of_others_tasks_in_the_form_are_refused(today: World) -> None:
    duty = today.duty()
    mine, also = a_task(today, duty=duty), a_task(today, duty=duty, school_class=today.classes["1NAB"])
    others = a_task(today, responsible="hanne", duty=duty)
    form = {"happened_on": timezone.localdate(now()).isoformat(), "nokkel": KEY}
    address = f"/oppgaver/{mine.public_id}/gjort/"
    assert client("kari").post(address, {**form, "ticked": [others.public_id]}).status_code == 422
    assert not Task.objects.filter(state=State.DONE).exists()
    client("kari").post(address, {**form, "ticked": [also.public_id]})
    assert Task.objects.filter(state=State.DONE).count() == 2


def test_one_student_can_be_put_aside_alone_or_all_together(today: World) -> None:
    duty = today.duty(Evidence.ACTIVITY)
    tasks = {name: a_task(today, duty=duty, student=today.people[name]) for name in ("ola", "siri", "per")}
    address = f"/oppgaver/{tasks['ola'].public_id}/ikke-aktuelt/"
    client("kari").post(address + "?bare=1", {"reason": "Permisjon", "nokkel": KEY})
    assert Task.objects.filter(state=State.NOT_RELEVANT).count() == 1
    address = f"/oppgaver/{tasks['siri'].public_id}/ikke-aktuelt/"
    client("kari").post(address, {"reason": "Avlyst", "nokkel": "a" * 22})
    assert Task.objects.filter(state=State.NOT_RELEVANT).count() == 3


def test_what_is_wrong_is_said_and_nothing_written_is_lost(today: World) -> None:
    task = a_task(today, duty=today.duty(Evidence.FILE))
    form = {"happened_on": timezone.localdate(now()).isoformat(), "note": "Lang tekst", "nokkel": KEY}
    page = client("kari").post(f"/oppgaver/{task.public_id}/gjort/", form)
    assert page.status_code == 422
    assert "Legg ved en fil" in page.content.decode()
    assert "Lang tekst" in page.content.decode()


def test_a_file_goes_in_and_out_again_as_an_attachment(today: World, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    task = a_task(today)
    file = SimpleUploadedFile("Møte 1.pdf", PDF, content_type="text/html")
    form = {"happened_on": timezone.localdate(now()).isoformat(), "file": file, "nokkel": KEY}
    client("kari").post(f"/oppgaver/{task.public_id}/gjort/", form)
    proof = Proof.objects.get()
    answer = client("kari").get(f"/oppgaver/fil/{proof.public_id}/")
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]  # a file is streamed
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    for name in ("sven", "petra", "ola", "adam", "carl", "guro"):
        assert client(name).get(f"/oppgaver/fil/{proof.public_id}/").status_code == 404


def test_a_renamed_program_is_refused_on_the_page(today: World, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    task = a_task(today)
    file = SimpleUploadedFile("referat.pdf", EXE, content_type="application/pdf")
    form = {"happened_on": timezone.localdate(now()).isoformat(), "file": file, "nokkel": KEY}
    page = client("kari").post(f"/oppgaver/{task.public_id}/gjort/", form)
    assert page.status_code == 422
    assert "ikke det navnet sier" in page.content.decode()
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_draft_is_kept_as_it_is_written_and_shown_again(today: World) -> None:
    task, kari = a_task(today), client("kari")
    part = kari.post(f"/oppgaver/{task.public_id}/kladd/", {"note": "Vi snakket"}, headers=PART)
    assert "Kladden er lagret" in part.content.decode()
    assert "Vi snakket" in client("kari").get(f"/oppgaver/{task.public_id}/").content.decode()
    assert "Vi snakket" not in client("hanne").get(f"/oppgaver/{task.public_id}/").content.decode()
    page = kari.post(f"/oppgaver/{task.public_id}/kladd/", {"note": "Vi snakket om", "nokkel": KEY})
    assert page["Location"] == f"/oppgaver/{task.public_id}/"
    assert Draft.objects.get().text == "Vi snakket om"


def test_a_task_is_moved_with_a_reason(today: World) -> None:
    task = a_task(today, due=timezone.localdate(now()) + timedelta(days=1))
    form = {"new_due": (timezone.localdate(now()) + timedelta(days=2)).isoformat(), "nokkel": KEY}
    assert client("kari").post(f"/oppgaver/{task.public_id}/flytt/", form).status_code == 422
    page = client("kari").post(f"/oppgaver/{task.public_id}/flytt/", {**form, "reason": "Tentamen"}, follow=True)
    assert "Flyttet: Klassens time" in page.content.decode()
    assert Task.objects.get().moved


def test_tasks_are_handed_over_and_taken_back(today: World) -> None:
    a_task(today)
    day = timezone.localdate(now()).isoformat()
    kari = client("kari")
    assert "Sven Prøve" in kari.get("/oppgaver/overlat/").content.decode()
    kari.post("/oppgaver/overlat/", {"taker": today.sven.public_id, "starts": day, "ends": day, "nokkel": KEY})
    lent = Handover.objects.get()
    assert "Du passer på denne for Kari" in client("sven").get("/oppgaver/").content.decode()
    assert client("hanne").post(f"/oppgaver/overlat/{lent.public_id}/avslutt/", {"nokkel": KEY}).status_code == 404
    kari.post(f"/oppgaver/overlat/{lent.public_id}/avslutt/", {"nokkel": "e" * 22})
    assert "Klassens time" not in client("sven").get("/oppgaver/").content.decode()


def test_nobody_hands_over_to_a_stranger(today: World) -> None:
    day = timezone.localdate(now()).isoformat()
    form = {"taker": today.petra.public_id, "starts": day, "ends": day, "nokkel": KEY}
    assert client("kari").post("/oppgaver/overlat/", form).status_code == 422
    assert not Handover.objects.exists()


def test_a_leader_gives_a_task_to_another(today: World) -> None:
    task = a_task(today)
    page = client("rita").post(f"/oppgaver/{task.public_id}/gi-til/", {"to": today.sven.public_id, "nokkel": KEY})
    assert page.status_code == 303
    assert Task.objects.get().responsible == today.sven
    assert client("sven").get(f"/oppgaver/{task.public_id}/gi-til/").status_code == 422
