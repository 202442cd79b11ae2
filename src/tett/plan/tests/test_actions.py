"""Reading in, reviewing and adopting: changed, recorded, refused."""

import pytest

from tests.cast import NOW, World
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.plan import actions
from tett.plan.models import Commitment, Edition
from tett.plan.tests.conftest import TEXT
from tett.plan.words import Audience, EditionState, Evidence, Review


def clear(draft: Edition, world: World) -> None:
    """Look at everything, as a principal would."""
    by = world.actor("rita")
    actions.accept_all_clear(draft, by=by, at=NOW)
    for row in Commitment.objects.filter(edition=draft, review=Review.PROPOSED):
        weekly = Schedule(Rhythm.WEEKS)
        change(row, world, bearer=row.bearer or Role.PRINCIPAL, schedule=weekly)


def change(row: Commitment, world: World, **fields: object) -> Commitment:
    """Change some of what a commitment says."""
    said = {
        "title": row.title,
        "bearer": row.bearer,
        "co_bearers": row.co_bearers,
        "audience": Audience(row.audience),
        "levels": row.levels,
        "schedule": row.when,
        "evidence": Evidence(row.evidence),
    }
    return actions.change(row, **{**said, **fields}, by=world.actor("rita"), at=NOW)


def recorded(what: str) -> int:
    """Count the lines of the log that tell of something."""
    return Event.objects.filter(what=what).count()


def test_a_plan_is_read_into_a_draft_with_its_places(draft: Edition) -> None:
    rows = Commitment.objects.filter(edition=draft)
    assert draft.state == EditionState.DRAFT
    assert rows.count() >= 5
    assert all(draft.text[r.passage.starts : r.passage.ends] for r in rows.select_related("passage"))
    assert recorded("plan.read_in") == 1


def test_only_one_draft_at_a_time(draft: Edition, world: World) -> None:
    with pytest.raises(Refusal, match="til gjennomgang"):
        actions.read_in(world.school, TEXT, by=world.actor("rita"), at=NOW)
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("name", ["kari", "hanne", "ola", "guro", "carl", "adam", "vera", "petra"])
def test_only_principal_and_deputy_read_in_a_plan(world: World, name: str) -> None:
    with pytest.raises(Refusal):
        actions.read_in(world.school, TEXT, by=world.actor(name), at=NOW)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("text", ["", "   \n\n", "Velkommen til skolen vår. Her er det fint å være."])
def test_a_text_without_commitments_leaves_nothing_behind(world: World, text: str) -> None:
    with pytest.raises(Refusal):
        actions.read_in(world.school, text, by=world.actor("rita"), at=NOW)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\x00\x01", b"PK\x03\x04word/document.xml", bytes(range(256)) * 20])
def test_a_document_that_is_no_text_is_refused_whole(world: World, data: bytes) -> None:
    with pytest.raises(Refusal):
        actions.read_in(world.school, data, by=world.actor("rita"), at=NOW)
    assert not Edition.objects.exists()


def test_accepting_is_recorded_and_can_be_undone(draft: Edition, world: World) -> None:
    row = draft.commitments.first()
    assert row is not None
    assert actions.accept(row, by=world.actor("rita"), at=NOW).review == Review.ACCEPTED
    assert recorded("commitment.accepted") == 1
    assert actions.restore(row, by=world.actor("rita"), at=NOW).review == Review.PROPOSED


def test_a_change_judges_the_remarks_anew(draft: Edition, world: World) -> None:
    row = draft.commitments.exclude(remarks=[]).first()
    assert row is not None
    changed = change(row, world, bearer=Role.PRINCIPAL, schedule=Schedule(Rhythm.WEEKS, every=3))
    assert (changed.remarks, changed.review, changed.when.every) == ([], Review.CHANGED, 3)


def test_a_time_that_cannot_be_is_refused(draft: Edition, world: World) -> None:
    row = draft.commitments.first()
    assert row is not None
    with pytest.raises(Refusal, match="henger ikke sammen"):
        change(row, world, schedule=Schedule(Rhythm.ISO_WEEKS, weeks=((60, 60),)))


def test_splitting_gives_two_with_codes_of_their_own(draft: Edition, world: World) -> None:
    row = draft.commitments.first()
    assert row is not None
    one, two = actions.split(row, "Lese loven", "Lese planen", by=world.actor("rita"), at=NOW)
    assert (one.text, two.text) == ("Lese loven", "Lese planen")
    assert two.code == f"{one.code}.2"
    assert one.public_id != two.public_id


def test_merging_leaves_one(draft: Edition, world: World) -> None:
    first, second = draft.commitments.all()[:2]
    before = draft.commitments.count()
    merged = actions.merge(second, first, by=world.actor("rita"), at=NOW)
    assert draft.commitments.count() == before - 1
    assert second.text in merged.text
    with pytest.raises(Refusal):
        actions.merge(merged, merged, by=world.actor("rita"), at=NOW)


def test_marking_a_passage_twice_makes_one(draft: Edition, world: World) -> None:
    passage = draft.passages.filter(commitments=None).first()
    assert passage is not None
    one = actions.mark_passage(passage, by=world.actor("rita"), at=NOW)
    two = actions.mark_passage(passage, by=world.actor("rita"), at=NOW)
    assert one.pk == two.pk


def test_a_plan_with_something_unclear_is_not_adopted(draft: Edition, world: World) -> None:
    with pytest.raises(Refusal, match="kan ikke vedtas"):
        actions.adopt(draft, by=world.actor("rita"), at=NOW)
    draft.refresh_from_db()
    assert draft.state == EditionState.DRAFT


def test_adopting_freezes_the_edition_with_who_and_when(draft: Edition, world: World) -> None:
    clear(draft, world)
    adopted = actions.adopt(draft, by=world.actor("rita"), at=NOW)
    assert (adopted.state, adopted.adopted_by_id, adopted.adopted_at) == (EditionState.ADOPTED, world.rita.pk, NOW)
    row = adopted.commitments.first()
    assert row is not None
    for act in (actions.accept, actions.dismiss, actions.restore):
        with pytest.raises(Refusal, match="vedtatt"):
            act(row, by=world.actor("rita"), at=NOW)
    with pytest.raises(Refusal, match="vedtatt"):
        actions.discard_draft(adopted, by=world.actor("rita"), at=NOW)


def test_adopting_twice_is_once(draft: Edition, world: World) -> None:
    clear(draft, world)
    actions.adopt(draft, by=world.actor("rita"), at=NOW)
    actions.adopt(draft, by=world.actor("rita"), at=NOW)
    assert recorded("plan.adopted") == 1


def test_a_new_edition_replaces_the_one_in_force(draft: Edition, world: World) -> None:
    clear(draft, world)
    actions.adopt(draft, by=world.actor("rita"), at=NOW)
    second = actions.read_in(world.school, TEXT, by=world.actor("dag"), at=NOW)
    clear(second, world)
    actions.adopt(second, by=world.actor("rita"), at=NOW)
    draft.refresh_from_db()
    assert (second.number, draft.state) == (2, EditionState.REPLACED)
    assert draft.in_force_until is not None


def test_a_discarded_draft_is_gone_and_recorded(draft: Edition, world: World) -> None:
    actions.discard_draft(draft, by=world.actor("rita"), at=NOW)
    assert not Edition.objects.exists()
    assert recorded("plan.discarded") == 1
