"""The pages of the plan, and who may open them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import parse_http_date

from tests.cast import NOW, World
from tett.plan import actions
from tett.plan.models import Commitment, Edition
from tett.plan.tests.conftest import TEXT
from tett.plan.tests.test_actions import clear
from tett.plan.words import Review

OWNERS = {"rita", "dag"}
READERS = OWNERS | {"hanne", "harald"}
EVERYBODY = ["rita", "dag", "hanne", "kari", "sven", "ola", "guro", "vera", "carl", "adam", "petra"]


def client_of(world: World, name: str) -> Client:
    """Give somebody's browser."""
    client = Client()
    client.force_login(world.people[name].login)
    return client


@pytest.fixture
def adopted(draft: Edition, world: World) -> Edition:
    """Give the plan in force."""
    clear(draft, world)
    return actions.adopt(draft, by=world.actor("rita"), at=NOW)


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_may_open_the_review(draft: Edition, world: World, name: str) -> None:
    answer = client_of(world, name).get(reverse("plan:review"))
    assert (answer.status_code == 200) == (name in READERS)


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("page", ["plan:adopt", "plan:discard"])
def test_who_may_adopt_and_discard(draft: Edition, world: World, name: str, page: str) -> None:
    answer = client_of(world, name).get(reverse(page))
    assert (answer.status_code == 200) == (name in OWNERS)


@pytest.mark.parametrize("name", [n for n in EVERYBODY if n not in OWNERS])
@pytest.mark.parametrize("act", ["accept", "dismiss", "restore", "change", "split", "merge"])
def test_nobody_else_touches_a_commitment(draft: Edition, world: World, name: str, act: str) -> None:
    row = draft.commitments.first()
    assert row is not None
    answer = client_of(world, name).post(reverse(f"plan:{act}", args=[row.public_id]))
    assert answer.status_code in {403, 404}
    row.refresh_from_db()
    assert row.review == Review.PROPOSED


@pytest.mark.parametrize("page", ["plan:in_force", "plan:my_role", "plan:read_in", "plan:review", "plan:adopt"])
def test_strangers_are_sent_to_log_in(world: World, page: str) -> None:
    answer = Client().get(reverse(page))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("login"))


def test_a_principal_reads_in_and_goes_on_to_the_review(world: World) -> None:
    answer = client_of(world, "rita").post(reverse("plan:read_in"), {"text": TEXT}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("plan:review")
    assert "Har Tett forstått planen rett?" in answer.content.decode()


def test_what_cannot_be_read_is_told_on_the_page_and_kept(world: World) -> None:
    answer = client_of(world, "rita").post(reverse("plan:read_in"), {"text": "Hei på deg."})
    assert answer.status_code == 422
    assert "Hei på deg." in answer.content.decode()
    assert not Edition.objects.exists()


def test_sending_twice_makes_one_edition(world: World) -> None:
    client = client_of(world, "rita")
    sent = {"text": TEXT, "nokkel": "a" * 22}
    first, second = client.post(reverse("plan:read_in"), sent), client.post(reverse("plan:read_in"), sent)
    assert (first.status_code, second.status_code) == (302, 303)
    assert Edition.objects.count() == 1


def test_htmx_gets_the_card_alone(draft: Edition, world: World) -> None:
    row = draft.commitments.first()
    assert row is not None
    address = reverse("plan:accept", args=[row.public_id])
    answer = client_of(world, "rita").post(address, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()


def test_adopting_leads_to_the_year(draft: Edition, world: World) -> None:
    clear(draft, world)
    answer = client_of(world, "rita").post(reverse("plan:adopt"), follow=True)
    assert reverse("year:preview") in answer.content.decode()


def test_anybody_reads_the_plan_without_session_or_cookie(adopted: Edition, world: World) -> None:
    client = Client()
    answer = client.get(reverse("plan-public:current", args=[world.school.slug]))
    assert answer.status_code == 200
    assert "Kontaktlærers rolle" in answer.content.decode()
    assert not answer.cookies


def test_an_unchanged_plan_is_answered_with_not_modified(adopted: Edition, world: World) -> None:
    address = reverse("plan-public:edition", args=[world.school.slug, adopted.number])
    first = Client().get(address)
    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_open_plan_tells_when_it_was_adopted(adopted: Edition, world: World) -> None:
    assert adopted.adopted_at is not None
    for name, args in (("current", [world.school.slug]), ("edition", [world.school.slug, adopted.number])):
        answer = Client().get(reverse(f"plan-public:{name}", args=args))
        assert parse_http_date(answer["Last-Modified"]) == int(adopted.adopted_at.timestamp())


@pytest.mark.parametrize("number", [0, 99, 2**15, 10**30])
def test_an_edition_that_never_was_is_nowhere(adopted: Edition, world: World, number: int) -> None:
    assert Client().get(reverse("plan-public:edition", args=[world.school.slug, number])).status_code == 404


def test_a_draft_is_nowhere_in_the_open(draft: Edition, world: World) -> None:
    for name, args in (("current", [world.school.slug]), ("edition", [world.school.slug, draft.number])):
        assert Client().get(reverse(f"plan-public:{name}", args=args)).status_code == 404


@pytest.mark.parametrize("page", ["tell", "rights"])
def test_the_open_pages_about_rights_need_no_plan(world: World, page: str) -> None:
    answer = Client().get(reverse(f"plan-public:{page}", args=[world.school.slug]))
    assert answer.status_code == 200
    assert Client().get(reverse(f"plan-public:{page}", args=["finnes-ikke"])).status_code == 404


def test_the_review_asks_as_often_for_many_commitments_as_for_few(draft: Edition, world: World) -> None:
    client = client_of(world, "rita")
    client.get(reverse("plan:review"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse("plan:review"))
    row = draft.commitments.first()
    assert row is not None
    for number in range(60):
        Commitment.objects.create(
            edition=draft, code=f"X{number}", order=500 + number, title="En til", text="En til", passage=row.passage,
            bearer="principal", schedule={"rhythm": "weeks"}, evidence="note",
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("plan:review"))
    assert len(many) == len(few)
