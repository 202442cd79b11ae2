"""Going through the plan on its pages: who may what, and clicks that come twice."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import NOW, World
from tett.audit.models import Event
from tett.plan import actions
from tett.plan.models import Commitment, Edition
from tett.plan.tests.test_actions import clear
from tett.plan.tests.test_views import EVERYBODY, OWNERS, READERS, client_of
from tett.plan.urls import signed_in_patterns
from tett.plan.words import EditionState, Review

#: Who may open or do what while a plan is under review; nobody may do what isn't here.
ALLOWED: dict[str, set[str]] = {
    "in_force": set(EVERYBODY), "my_role": set(EVERYBODY), "review": READERS, "adopted": set(),
    **dict.fromkeys(
        ["read_in", "accept_clear", "accept", "dismiss", "restore", "change", "split", "merge", "mark", "adopt",
            "discard"],
        OWNERS,
    ),
}  # fmt: skip
#: Another school's principal reads in her own plan, and somebody without a role at a school has no plan to see.
ELSEWHERE = {"petra": {"in_force", "my_role", "read_in"}, "carl": set(), "vera": set()}
#: Files that are read and made by a job: who may is told in test_sending_in.py, test_papers.py and the matrix.
OF_FILES = {"reading", "draft_paper"}
POSTED = {"accept_clear", "accept", "dismiss", "restore", "mark"}
KEY = "k" * 22


def address_of(name: str, draft: Edition) -> str:
    """Give the address of a page, with something of the draft where it needs one."""
    row, passage = draft.commitments.first(), draft.passages.filter(commitments=None, kind="paragraph").first()
    assert row is not None
    ids = {"mark": passage.public_id if passage else row.passage.public_id}
    pattern = next(p for p in signed_in_patterns if p.name == name)
    args = [ids.get(name, row.public_id)] if "<str:public_id>" in str(pattern.pattern) else []
    return reverse(f"plan:{name}", args=args)


def asked(client: Client, name: str, draft: Edition) -> HttpResponse:
    """Ask for a page as a browser does."""
    address = address_of(name, draft)
    return client.post(address) if name in POSTED else client.get(address)  # type: ignore[return-value] # a test's answer


def expected(who: str, page: str) -> bool:
    """Tell whether somebody is to be let in."""
    if who in ELSEWHERE:
        return page in ELSEWHERE[who]
    return who in ALLOWED[page]


def test_the_table_knows_every_page() -> None:
    assert {pattern.name for pattern in signed_in_patterns} == set(ALLOWED) | OF_FILES


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("page", sorted(ALLOWED))
def test_who_may_what(draft: Edition, world: World, who: str, page: str) -> None:
    answer = asked(client_of(world, who), page, draft)
    assert (answer.status_code in {200, 302}) == expected(who, page)
    assert answer.status_code in {200, 302, 404} or (who, answer.status_code) == ("vera", 403)
    assert answer.status_code == 404 or "Kontaktlærers rolle" not in answer.content.decode() or who in READERS


@pytest.mark.parametrize("page", sorted(ALLOWED))
def test_a_stranger_is_asked_to_log_in_and_nothing_is_done(draft: Edition, world: World, page: str) -> None:
    answer = asked(Client(), page, draft)
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, reverse("login"))
    assert not draft.commitments.exclude(review=Review.PROPOSED).exists()


@pytest.mark.parametrize("page", [p.name for p in signed_in_patterns if "public_id" in str(p.pattern)])
@pytest.mark.parametrize("public_id", ["finnes-ikke", "a" * 22, "%00"])
def test_an_address_that_leads_nowhere_is_a_friendly_404(
    draft: Edition, world: World, page: str, public_id: str
) -> None:
    client = client_of(world, "rita")
    answer = client.post(reverse(f"plan:{page}", args=[public_id]))
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


# -- what is said of a commitment ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "review"), [("accept", Review.ACCEPTED), ("dismiss", Review.DISMISSED), ("restore", Review.PROPOSED)]
)
def test_one_tap_works_with_and_without_a_script(draft: Edition, world: World, act: str, review: str) -> None:
    row = draft.commitments.first()
    assert row is not None
    client, address = client_of(world, "rita"), reverse(f"plan:{act}", args=[row.public_id])
    plain = client.post(address)
    assert (plain.status_code, plain["Location"]) == (302, f"{reverse('plan:review')}#c-{row.public_id}")
    part = client.post(address, headers={"HX-Request": "true"})
    assert (part.status_code, "<html" in part.content.decode()) == (200, False)
    assert f'id="c-{row.public_id}"' in part.content.decode()
    row.refresh_from_db()
    assert row.review == review


@pytest.mark.parametrize("act", ["accept", "dismiss"])
def test_a_double_click_is_written_once(draft: Edition, world: World, act: str) -> None:
    row = draft.commitments.first()
    assert row is not None
    for _ in range(2):
        client_of(world, "rita").post(reverse(f"plan:{act}", args=[row.public_id]))
    row.refresh_from_db()
    assert Event.objects.filter(what=f"commitment.{row.review}").count() == 1


def test_splitting_sent_twice_makes_two_and_not_three(draft: Edition, world: World) -> None:
    row, before = draft.commitments.first(), draft.commitments.count()
    assert row is not None
    sent = {"first": "Lese loven", "second": "Lese planen", "nokkel": KEY}
    client = client_of(world, "rita")
    for _ in range(2):
        client.post(reverse("plan:split", args=[row.public_id]), sent)
    assert draft.commitments.count() == before + 1


def test_splitting_into_nothing_is_said_on_the_page(draft: Edition, world: World) -> None:
    row, before = draft.commitments.first(), draft.commitments.count()
    assert row is not None
    answer = client_of(world, "rita").post(
        reverse("plan:split", args=[row.public_id]), {"first": "Lese loven", "second": " "}
    )
    assert (answer.status_code, draft.commitments.count()) == (422, before)
    assert "Lese loven" in answer.content.decode()


def test_merging_sent_twice_leaves_one(draft: Edition, world: World) -> None:
    row, into = draft.commitments.all()[:2]
    before, client = draft.commitments.count(), client_of(world, "rita")
    for _ in range(2):
        client.post(reverse("plan:merge", args=[row.public_id]), {"into": into.public_id, "nokkel": KEY})
    into.refresh_from_db()
    assert (draft.commitments.count(), row.text in into.text) == (before - 1, True)


def test_marking_a_passage_leads_to_saying_who_and_when(draft: Edition, world: World) -> None:
    address = address_of("mark", draft)
    answers = [client_of(world, "rita").post(address) for _ in range(2)]
    made = draft.commitments.get(bearer="", passage__public_id=address.rstrip("/").split("/")[-1])
    assert {answer["Location"] for answer in answers} == {reverse("plan:change", args=[made.public_id])}


def test_a_change_says_who_and_when_anew(draft: Edition, world: World) -> None:
    row = draft.commitments.get(code="K1")
    sent = {
        "title": "Lese reglene", "bearer": "principal", "audience": "school", "rhythm": "by_date", "first_month": "10",
        "day": "1", "evidence": "note",
    }  # fmt: skip
    answer = client_of(world, "dag").post(reverse("plan:change", args=[row.public_id]), sent)
    row.refresh_from_db()
    assert answer.status_code == 302
    assert (row.title, row.bearer, row.when.month, row.when.day) == ("Lese reglene", "principal", 10, 1)
    assert (row.review, row.reviewed_by) == (Review.CHANGED, world.dag)


def test_a_change_can_say_two_times_a_year_and_who_is_in_it_too(draft: Edition, world: World) -> None:
    row = draft.commitments.get(code="K1")
    address = reverse("plan:change", args=[row.public_id])
    sent = {
        "title": "Lese reglene", "bearer": "principal", "co_bearers": ["nurse", "counsellor"], "audience": "school",
        "rhythm": "months", "first_month": "9", "second_first_month": "2", "second_last_month": "3", "evidence": "note",
    }  # fmt: skip
    client_of(world, "rita").post(address, sent)
    row.refresh_from_db()
    assert (row.when.months, row.co_bearers) == (((9, 9), (2, 3)), ["nurse", "counsellor"])
    page = client_of(world, "rita").get(address).content.decode()
    assert page.count('<option value="2" selected>') == 1
    client_of(world, "rita").post(address, {**sent, "rhythm": "iso_weeks", "week": "41", "second_week": "6"})
    row.refresh_from_db()
    assert row.when.weeks == ((41, 41), (6, 6))


@pytest.mark.parametrize(
    ("field", "value"), [("bearer", "kongen"), ("rhythm", "aldri"), ("first_month", "13"), ("title", "")]
)
def test_a_change_that_cannot_be_is_said_beside_what_was_written(
    draft: Edition, world: World, field: str, value: str
) -> None:
    row = draft.commitments.get(code="K1")
    sent = {
        "title": "Ny",
        "bearer": "principal",
        "audience": "school",
        "rhythm": "months",
        "first_month": "9",
        "evidence": "note",
    }
    answer = client_of(world, "rita").post(reverse("plan:change", args=[row.public_id]), {**sent, field: value})
    row.refresh_from_db()
    assert (answer.status_code, row.review) == (422, Review.PROPOSED)


def test_the_page_shows_the_document_with_the_words_that_were_used(draft: Edition, world: World) -> None:
    page = client_of(world, "rita").get(reverse("plan:review")).content.decode()
    assert '<mark class="because because-schedule">ved skolestart' in page
    assert "fordi det står «ved skolestart»" in page
    assert page.index("Se på dette først") < page.index("Alle ansattes rolle")


def test_a_department_head_reads_along_without_buttons(draft: Edition, world: World) -> None:
    page = client_of(world, "hanne").get(reverse("plan:review")).content.decode()
    assert "Du kan lese gjennomgangen." in page
    assert "Godta" not in page


def test_words_of_a_table_are_marked_in_their_cells(world: World) -> None:
    text = "Plan\n\nTiltak\tAnsvar\tNår\nTemadag\tRådgiver\tUke 41\n"
    actions.read_in(world.school, text, by=world.actor("rita"), at=NOW)
    page = client_of(world, "rita").get(reverse("plan:review")).content.decode()
    assert '<mark class="because because-bearer">Rådgiver' in page
    assert '<mark class="because because-schedule">Uke 41' in page


# -- adopting --------------------------------------------------------------------------------------------------


def test_adopting_twice_by_the_page_is_once(draft: Edition, world: World) -> None:
    clear(draft, world)
    client = client_of(world, "rita")
    for _ in range(2):
        client.post(reverse("plan:adopt"), {"nokkel": KEY})
    assert Event.objects.filter(what="plan.adopted").count() == 1
    draft.refresh_from_db()
    assert (draft.state, draft.adopted_by) == (EditionState.ADOPTED, world.rita)


def test_what_is_unclear_stands_in_the_way_on_the_page_too(draft: Edition, world: World) -> None:
    client = client_of(world, "rita")
    assert "Dette må ses på først" in client.get(reverse("plan:adopt")).content.decode()
    client.post(reverse("plan:adopt"))
    draft.refresh_from_db()
    assert draft.state == EditionState.DRAFT


def test_what_is_accepted_with_nobody_responsible_stays_where_one_looks_first(draft: Edition, world: World) -> None:
    clear(draft, world)
    row = draft.commitments.exclude(review=Review.DISMISSED)[0]
    Commitment.objects.filter(pk=row.pk).update(bearer="", remarks=["no_owner"], review=Review.ACCEPTED)
    page = client_of(world, "rita").get(reverse("plan:review")).content.decode()
    assert f'<a class="jump" href="#c-{row.public_id}">' in page


def test_accepting_all_that_is_clear_says_how_many(draft: Edition, world: World) -> None:
    number = draft.commitments.filter(review=Review.PROPOSED, remarks=[]).count()
    page = client_of(world, "rita").post(reverse("plan:accept_clear"), follow=True).content.decode()
    assert number > 1
    assert f"{number} forpliktelser er godtatt." in page


def test_an_adopted_plan_can_be_touched_by_no_page(draft: Edition, world: World) -> None:
    addresses = [
        address_of(page, draft)
        for page in ALLOWED
        if page not in {"in_force", "my_role", "read_in", "adopted", "review"}
    ]
    clear(draft, world)
    actions.adopt(draft, by=world.actor("rita"), at=NOW)
    client = client_of(world, "rita")
    assert {client.post(address).status_code for address in addresses} == {404}


# -- the same work however long --------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["review", "adopt", "discard", "in_force"])
def test_pages_ask_as_often_for_a_long_plan_as_for_a_short_one(draft: Edition, world: World, page: str) -> None:
    client = client_of(world, "rita")
    client.get(reverse(f"plan:{page}"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(f"plan:{page}"))
    row = draft.commitments.first()
    assert row is not None
    for number in range(30):
        Commitment.objects.create(
            edition=draft, code=f"X{number}", order=500 + number, title="En til", text="En til", passage=row.passage,
            bearer="principal", schedule={"rhythm": "weeks"}, evidence="note",
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(f"plan:{page}"))
    assert len(many) == len(few)
