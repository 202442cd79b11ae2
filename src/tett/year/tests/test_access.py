"""Who sees the year, and how much of it: those who work there, the county, those who learn there, nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import World
from tett.access.rules import Actor, Rule
from tett.people.models import School
from tett.plan.words import EditionState
from tett.tasks.models import Duty
from tett.year.access import may_see_dates, may_see_progress, may_see_year, may_unfold
from tett.year.queries import duty_page, school_to_lay_out, schools_to_see, statuses, year_page
from tett.year.tests.plans import adopted, lay_out, written

CAST = (
    "rita", "dag", "hanne", "harald", "kari", "sven", "vera", "carl", "adam", "petra", "ola", "siri", "tiril", "guro",
)  # fmt: skip
LEADERS = {"rita", "dag"}
STAFF = LEADERS | {"hanne", "harald", "kari", "sven"}
LEARNERS = {"ola", "siri", "tiril", "guro"}
TABLE: list[tuple[Rule, set[str]]] = [
    (may_unfold, LEADERS),
    (may_see_progress, STAFF | {"carl"}),
    (may_see_dates, LEARNERS),
    (may_see_year, STAFF | {"carl"} | LEARNERS),
]


@pytest.fixture
def laid(monday: World) -> World:
    """Give the school a year with something for each kind of reader."""
    adopted(monday, "A1", "K1", "K2", "K3", "D4", "F6")
    lay_out(monday)
    return monday


@pytest.mark.parametrize(("rule", "who"), TABLE, ids=[rule.name for rule, _ in TABLE])
def test_only_those_in_the_table_are_allowed(world: World, rule: Rule, who: set[str]) -> None:
    actors = {name: world.actor(name) for name in CAST}
    assert {name for name, actor in actors.items() if rule.allows(actor, world.school)} == who


def test_a_stranger_sees_no_year(world: World, nobody: Actor) -> None:
    assert schools_to_see(nobody) == []
    assert school_to_lay_out(nobody) is None


@pytest.mark.parametrize("name", CAST)
def test_list_and_rule_agree(laid: World, name: str) -> None:
    actor = laid.actor(name)
    seen = {school for school in School.objects.all() if may_see_year.allows(actor, school)}
    assert set(schools_to_see(actor)) == seen
    assert {status.slug for status in statuses(actor)} == {school.slug for school in seen}
    duty = Duty.objects.get(title="Løfte K1")
    assert (duty_page(actor, duty.public_id) is not None) == (laid.school in seen)


@pytest.mark.parametrize("name", sorted(LEARNERS))
def test_those_who_learn_see_no_numbers_and_nothing_that_is_among_staff(laid: World, name: str) -> None:
    sight = year_page(laid.actor(name), laid.school).sight
    assert not sight.progress
    assert {thing.code for thing in sight.things} == {"K1", "K2", "K3", "F6"}
    assert {thing.tally.all for thing in sight.things} == {0}
    assert {once.look.value for thing in sight.things for once in thing.occurrences} <= {"past", "now", "coming"}


@pytest.mark.parametrize("name", sorted(LEARNERS))
@pytest.mark.parametrize("page", ["wheel", "duty"])
def test_those_who_learn_meet_no_name_on_the_pages_of_the_year(laid: World, name: str, page: str) -> None:
    duty = Duty.objects.get(title="Løfte K2")
    address = reverse("year:wheel") if page == "wheel" else reverse("year:duty", args=[duty.public_id])
    answer = _client(laid, name).get(address)
    assert answer.status_code == 200
    assert "Prøve" not in answer.content.decode()
    assert "gjort" not in answer.content.decode()


@pytest.mark.parametrize("name", sorted(LEARNERS))
def test_what_is_among_staff_is_not_there_for_those_who_learn(laid: World, name: str) -> None:
    for code in ("A1", "D4"):
        duty = Duty.objects.get(title=f"Løfte {code}")
        assert _client(laid, name).get(reverse("year:duty", args=[duty.public_id])).status_code == 404


def test_another_students_late_start_does_not_show_to_those_who_learn(laid: World) -> None:
    before = year_page(laid.actor("ola"), laid.school).sight.things
    laid.per.enrolments.update(starts=laid.actor("ola").day)
    lay_out(laid)
    assert year_page(laid.actor("ola"), laid.school).sight.things == before


def test_the_county_sees_numbers_and_no_names(laid: World) -> None:
    answer = _client(laid, "carl").get(reverse("year:school", args=[laid.school.slug]))
    assert answer.status_code == 200
    assert "0/3" in answer.content.decode()
    assert not any(name in answer.content.decode() for name in ("Kari", "Hanne", "Ola"))


@pytest.mark.parametrize("name", [n for n in CAST if n not in LEADERS])
@pytest.mark.parametrize("page", ["year:preview", "year:preview_draft"])
def test_nobody_else_sees_or_does_what_laying_out_does(laid: World, name: str, page: str) -> None:
    written(laid, "K1", number=2, state=EditionState.DRAFT)
    client = _client(laid, name)
    # Petra leads a school of her own, which has no plan; Vera has no role today.
    expected = {"petra": 200 if page == "year:preview" else 404, "vera": 403}.get(name, 404)
    answer = client.get(reverse(page))
    assert answer.status_code == expected
    assert "Løfte" not in answer.content.decode()


@pytest.mark.parametrize("name", ["vera", "adam", "petra"])
def test_others_can_not_tell_a_hidden_year_from_none(laid: World, name: str) -> None:
    client, duty = _client(laid, name), Duty.objects.get(title="Løfte K1")
    hidden = [reverse("year:school", args=[laid.school.slug]), reverse("year:duty", args=[duty.public_id])]
    missing = [reverse("year:school", args=["finnes-ikke"]), reverse("year:duty", args=["x" * 16])]
    for one, other in zip(hidden, missing, strict=True):
        assert client.get(one).status_code == client.get(other).status_code in {403, 404}


@pytest.mark.parametrize("page", ["year:wheel", "year:preview", "year:preview_draft"])
def test_who_has_not_logged_in_is_asked_to(db: None, page: str) -> None:
    answer = Client().get(reverse(page))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("login"))


def _client(world: World, name: str) -> Client:
    client = Client()
    client.force_login(world.people[name].login)
    return client
