"""Giving Tett a document on the page: what can be read is read whole, what can't gets a sentence and leaves nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.cast import World
from tett.audit.models import Event
from tett.plan.models import Edition, Passage
from tett.plan.tests.conftest import TEXT
from tett.plan.tests.documents import document
from tett.plan.tests.test_actions import clear
from tett.plan.tests.test_views import client_of
from tett.plan.words import Review

KEY = "k" * 22

UNREADABLE = {
    "picture": b"\x89PNG\r\n\x1a\n", "RTF": b"{\\rtf1 Plan}",
    "spaces": b" \n\t ", "junk": bytes(range(256)) * 9, "wide": TEXT.encode("utf-16-le"), "figures": b"1;2;3\n" * 80,
    "no promise": "Velkommen til oss. Her er det fint å være.".encode(), "too long": b"Rektor skal si det. " * 60_000,
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_gets_a_sentence_and_leaves_nothing(world: World, name: str) -> None:
    events = Event.objects.count()
    sent = {"file": SimpleUploadedFile("plan.txt", UNREADABLE[name]), "nokkel": KEY}
    answer = client_of(world, "rita").post(reverse("plan:read_in"), sent)
    assert (answer.status_code, 'role="alert"' in answer.content.decode()) == (422, True)
    assert not Edition.objects.exists()
    assert not Passage.objects.exists()
    assert Event.objects.filter(what__startswith="plan.").count() == 0
    assert Event.objects.count() >= events


@pytest.mark.parametrize(
    "sent", [{}, {"text": "  "}, {"file": SimpleUploadedFile("tom.txt", b"")}], ids=["nothing", "spaces", "empty file"]
)
def test_nothing_sent_is_said_so(world: World, sent: dict[str, object]) -> None:
    answer = client_of(world, "rita").post(reverse("plan:read_in"), sent)
    assert answer.status_code == 422
    assert not Edition.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_in_the_encodings_of_schools_is_read(world: World, encoding: str) -> None:
    sent = {"file": SimpleUploadedFile("plan.txt", TEXT.replace("•", "-").encode(encoding))}
    answer = client_of(world, "rita").post(reverse("plan:read_in"), sent)
    assert answer.status_code == 302
    assert Edition.objects.get().sections.filter(heading="Kontaktlærers rolle").exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(world: World) -> None:
    sent = {"file": SimpleUploadedFile("plan.txt", b"a" * (5 * 1024 * 1024 + 1))}
    answer = client_of(world, "rita").post(reverse("plan:read_in"), sent)
    assert (answer.status_code, "for stor" in answer.content.decode()) == (422, True)


def test_the_real_plan_is_read_reviewed_and_adopted(world: World) -> None:
    client = client_of(world, "rita")
    client.post(reverse("plan:read_in"), {"file": SimpleUploadedFile("plan.txt", document("jonsberg-2025").encode())})
    draft = Edition.objects.get()
    page = client.get(reverse("plan:review")).content.decode()
    assert all(code in page for code in draft.commitments.values_list("code", flat=True))
    client.post(reverse("plan:accept_clear"))
    assert draft.commitments.filter(review=Review.ACCEPTED).count() >= 40
    clear(draft, world)
    client.post(reverse("plan:adopt"))
    assert Client().get(reverse("plan-public:current", args=[world.school.slug])).status_code == 200
