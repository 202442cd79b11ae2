"""What actions change, what they write down, and what they refuse."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tett.access.words import Role
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.tasks import words
from tett.tasks.actions import (
    add_proof,
    complete,
    end_handover,
    hand_over,
    mark_not_done,
    mark_not_relevant,
    move,
    reassign,
    reopen,
    save_draft,
)
from tett.tasks.models import Change, Draft, Handover, Proof, Task
from tett.tasks.tests.conftest import NOW, TODAY, YESTERDAY, World
from tett.tasks.words import Evidence, Happened, State

FRIDAY = TODAY + timedelta(days=4)


def refused(sentence: object, act: Callable[[], object]) -> None:
    """Check that the act is refused with the sentence, and leaves nothing behind."""
    before = (Change.objects.count(), Event.objects.count(), Proof.objects.count(), Handover.objects.count())
    with pytest.raises(Refusal) as caught:
        act()
    assert str(caught.value).startswith(str(sentence).split("{", maxsplit=1)[0])
    assert before == (Change.objects.count(), Event.objects.count(), Proof.objects.count(), Handover.objects.count())


def history(task: Task) -> list[str]:
    """Give what happened to a task, in order."""
    return list(Change.objects.filter(task=task).values_list("what", flat=True))


def logged(task: Task) -> list[str]:
    """Give what the log says of a task, in order."""
    return list(Event.objects.filter(thing_id=task.public_id).values_list("what", flat=True))


# -- complete


def test_completing_keeps_when_it_happened_apart_from_when_it_was_written(world: World, class_task: Task) -> None:
    complete(class_task, happened_on=YESTERDAY, by=world.actor("kari"), at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.happened_on, class_task.closed_at) == (State.DONE, YESTERDAY, NOW)
    assert class_task.closed_by == world.kari
    assert (history(class_task), logged(class_task)) == ([Happened.COMPLETED], ["task.completed"])


def test_completing_twice_changes_nothing_more_and_answers_the_same(world: World, class_task: Task) -> None:
    first = complete(class_task, happened_on=YESTERDAY, note="Snakket om regler", by=world.actor("kari"), at=NOW)
    later = NOW + timedelta(seconds=1)
    second = complete(class_task, happened_on=TODAY, note="Snakket om regler", by=world.actor("kari"), at=later)
    assert first == second
    assert (second[0].happened_on, second[0].closed_at) == (YESTERDAY, NOW)
    assert (Change.objects.count(), Event.objects.count(), Proof.objects.count()) == (1, 1, 1)


def test_a_second_person_who_completes_loses_no_words(world: World, class_task: Task) -> None:
    complete(class_task, happened_on=TODAY, note="Fra Kari", by=world.actor("kari"), at=NOW)
    complete(class_task, happened_on=TODAY, note="Fra Hanne", by=world.actor("hanne"), at=NOW)
    assert set(Proof.objects.values_list("text", flat=True)) == {"Fra Kari", "Fra Hanne"}
    assert history(class_task) == [Happened.COMPLETED]


def test_several_are_completed_at_once(world: World, student_tasks: list[Task]) -> None:
    done = complete(student_tasks[:2], happened_on=TODAY, note="Alle var med", by=world.actor("kari"), at=NOW)
    assert {task.pk for task in done} == {task.pk for task in student_tasks[:2]}
    states = dict(Task.objects.values_list("pk", "state"))
    assert [states[task.pk] for task in student_tasks] == [State.DONE, State.DONE, State.OPEN]
    assert [history(task) for task in student_tasks] == [[Happened.COMPLETED], [Happened.COMPLETED], []]
    assert Proof.objects.filter(text="Alle var med").count() == 2


def test_all_or_none_of_several_are_completed(world: World, student_tasks: list[Task]) -> None:
    others = world.task("hanne", department=world.classes["1TIA"].department)
    refused(
        words.NOT_YOURS_TO_DO,
        lambda: complete([*student_tasks, others], happened_on=TODAY, by=world.actor("kari"), at=NOW),
    )
    assert not Task.objects.filter(state=State.DONE).exists()


@pytest.mark.parametrize(
    ("evidence", "given", "sentence"),
    [
        (Evidence.NOTE, {}, words.NOTE_NEEDED),
        (Evidence.NOTE, {"note": "   "}, words.NOTE_NEEDED),
        (Evidence.NOTE, {"link": "https://prove.no/"}, words.NOTE_NEEDED),
        (Evidence.FILE, {"note": "Se arkivet"}, words.LINK_OR_FILE_NEEDED),
        (Evidence.FILE, {"link": "javascript:alert(1)"}, words.LINK_NOT_UNDERSTOOD),
        (Evidence.FILE, {"link": "https://"}, words.LINK_NOT_UNDERSTOOD),
        (Evidence.CONFIRMATION, {"link": "[https://"}, words.LINK_NOT_UNDERSTOOD),
        (Evidence.CONFIRMATION, {"note": "x" * 10_001}, words.NOTE_TOO_LONG),
    ],
)
def test_what_completes_it_must_be_there(
    world: World, evidence: Evidence, given: dict[str, Any], sentence: object
) -> None:
    task = world.task(duty=world.duty(evidence))
    refused(sentence, lambda: complete(task, happened_on=TODAY, by=world.actor("kari"), at=NOW, **given))


@pytest.mark.parametrize("evidence", sorted(set(Evidence) - {Evidence.NOTE, Evidence.FILE}))
def test_other_kinds_take_a_tap(world: World, evidence: Evidence) -> None:
    task = world.task(duty=world.duty(evidence))
    assert complete(task, happened_on=TODAY, by=world.actor("kari"), at=NOW)[0].state == State.DONE


@pytest.mark.parametrize(
    ("day", "sentence"),
    [(TODAY + timedelta(days=1), words.IN_THE_FUTURE), (date(2026, 7, 31), words.TOO_LONG_AGO)],
)
def test_the_day_must_have_been_and_in_the_same_school_year(
    world: World, class_task: Task, day: date, sentence: object
) -> None:
    refused(sentence, lambda: complete(class_task, happened_on=day, by=world.actor("kari"), at=NOW))


@pytest.mark.parametrize("name", ["sven", "ola", "petra", "adam", "carl", "vera", "harald"])
def test_nobody_completes_what_is_anothers(world: World, class_task: Task, name: str) -> None:
    actor = world.actor(name)
    refused(words.NOT_YOURS_TO_DO, lambda: complete(class_task, happened_on=TODAY, by=actor, at=NOW))


def test_a_leader_does_not_confirm_that_another_has_read(world: World) -> None:
    task = world.task(duty=world.duty(Evidence.READING), staff=world.kari)
    refused(words.ONLY_THE_READER, lambda: complete(task, happened_on=TODAY, by=world.actor("rita"), at=NOW))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [(State.CANCELLED, words.CANCELLED_ALREADY), (State.NOT_RELEVANT, words.NOT_RELEVANT_ALREADY)],
)
def test_what_is_called_off_is_not_completed(world: World, state: State, sentence: object) -> None:
    task = world.task(state=state)
    refused(sentence, lambda: complete(task, happened_on=TODAY, by=world.actor("kari"), at=NOW))


def test_nothing_chosen_is_a_sentence(world: World) -> None:
    refused(words.NOTHING_CHOSEN, lambda: complete([], happened_on=TODAY, by=world.actor("kari"), at=NOW))


def test_a_note_can_be_added_afterwards_but_only_once(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    for _ in range(2):
        add_proof(class_task, note="Referatet kommer", by=kari, at=NOW)
    assert Proof.objects.get().text == "Referatet kommer"
    assert history(class_task) == [Happened.COMPLETED, Happened.ADDED]


# -- undo, put aside, move


def test_undo_opens_it_again_and_keeps_the_note(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, note="Alle var der", by=kari, at=NOW)
    reopen(class_task, by=kari, at=NOW)
    reopen(class_task, by=kari, at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.happened_on, class_task.closed_at) == (State.OPEN, None, None)
    assert history(class_task) == [Happened.COMPLETED, Happened.REOPENED]
    assert Proof.objects.count() == 1
    complete(class_task, happened_on=TODAY, note="Alle var der", by=kari, at=NOW)
    assert Proof.objects.count() == 1


@pytest.mark.parametrize(
    ("act", "state", "what"),
    [
        (mark_not_done, State.NOT_DONE, Happened.NOT_DONE),
        (mark_not_relevant, State.NOT_RELEVANT, Happened.NOT_RELEVANT),
    ],
)
def test_putting_aside_takes_a_reason(
    world: World, class_task: Task, act: Callable[..., object], state: State, what: Happened
) -> None:
    kari = world.actor("kari")
    refused(words.REASON_NEEDED, lambda: act(class_task, "  ", by=kari, at=NOW))
    for _ in range(2):
        act(class_task, "Klassen var på ekskursjon", by=kari, at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.reason) == (state, "Klassen var på ekskursjon")
    assert history(class_task) == [what]
    assert logged(class_task) == [f"task.{what}"]


def test_what_is_done_is_not_put_aside(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    refused(words.CLOSED_ALREADY, lambda: mark_not_done(class_task, "Feil", by=kari, at=NOW))


def test_what_was_not_done_can_be_done_later(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    mark_not_done(class_task, "Rakk det ikke", by=kari, at=NOW)
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.reason) == (State.DONE, "")


def test_moving_keeps_both_days_and_the_reason(world: World, class_task: Task) -> None:
    new = FRIDAY + timedelta(days=7)
    for _ in range(2):
        move(class_task, new, "Tentamen", by=world.actor("kari"), at=NOW)
    class_task.refresh_from_db()
    assert (class_task.due, class_task.moved) == (new, True)
    line = Change.objects.get()
    assert (line.what, line.before, line.after) == (Happened.MOVED, FRIDAY.isoformat(), new.isoformat())
    assert line.reason == "Tentamen"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 9, 15), words.BEFORE_OPENING),
        (date(2027, 8, 1), words.ANOTHER_YEAR),
        (date(2026, 7, 31), words.ANOTHER_YEAR),
    ],
)
def test_a_task_moves_only_within_its_window_and_school_year(world: World, day: date, sentence: object) -> None:
    task = world.task(opens=date(2026, 9, 16), due=FRIDAY)
    refused(sentence, lambda: move(task, day, "Tentamen", by=world.actor("kari"), at=NOW))


def test_a_task_is_not_moved_into_the_past(world: World) -> None:
    task = world.task(opens=date(2026, 9, 1), due=date(2026, 9, 9))
    refused(words.DAY_HAS_PASSED, lambda: move(task, YESTERDAY, "Tentamen", by=world.actor("kari"), at=NOW))


def test_what_is_closed_is_not_moved(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    refused(words.MUST_BE_OPEN_TO_MOVE, lambda: move(class_task, FRIDAY, "Feil", by=kari, at=NOW))


# -- hand over, give


def test_a_colleague_can_do_what_was_handed_over_and_the_history_says_so(world: World, class_task: Task) -> None:
    for _ in range(2):
        hand_over(world.sven, TODAY, FRIDAY, class_task, by=world.actor("kari"), at=NOW)
    complete(class_task, happened_on=TODAY, by=world.actor("sven"), at=NOW)
    class_task.refresh_from_db()
    assert (class_task.responsible, class_task.closed_by) == (world.kari, world.sven)
    assert history(class_task) == [Happened.HANDED_OVER, Happened.COMPLETED]
    assert Handover.objects.count() == 1


def test_a_handover_ends_when_somebody_ends_it(world: World, class_task: Task) -> None:
    lent = hand_over(world.sven, TODAY, FRIDAY, by=world.actor("kari"), at=NOW)
    refused(words.NOT_YOURS_TO_END, lambda: end_handover(lent, by=world.actor("hanne"), at=NOW))
    for _ in range(2):
        end_handover(lent, by=world.actor("sven"), at=NOW)
    sven = world.actor("sven")
    refused(words.NOT_YOURS_TO_DO, lambda: complete(class_task, happened_on=TODAY, by=sven, at=NOW))
    assert list(Event.objects.values_list("what", flat=True)) == ["tasks.handed_over", "tasks.handed_back"]


@pytest.mark.parametrize(
    ("taker", "starts", "ends", "sentence"),
    [
        ("kari", TODAY, FRIDAY, words.TO_YOURSELF),
        ("sven", FRIDAY, TODAY, words.ENDS_BEFORE_START),
        ("sven", YESTERDAY, YESTERDAY, words.PERIOD_HAS_PASSED),
        ("petra", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("vera", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("siri", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("adam", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("guro", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
    ],
)
@pytest.mark.parametrize("one", [True, False])
def test_tasks_go_only_to_colleagues_for_a_period_to_come(
    world: World, class_task: Task, *, taker: str, starts: date, ends: date, sentence: object, one: bool
) -> None:
    task = class_task if one else None
    refused(sentence, lambda: hand_over(world.people[taker], starts, ends, task, by=world.actor("kari"), at=NOW))


def test_a_representative_hands_over_to_the_deputy_representative(world: World) -> None:
    world.role("per", Role.DEPUTY_REPRESENTATIVE, school_class=world.classes["1NAA"])
    task = world.task("siri", school_class=world.classes["1NAA"])
    hand_over(world.per, TODAY, FRIDAY, task, by=world.actor("siri"), at=NOW)
    assert complete(task, happened_on=TODAY, by=world.actor("per"), at=NOW)


def test_the_same_period_is_not_handed_over_twice(world: World) -> None:
    kari = world.actor("kari")
    hand_over(world.sven, TODAY, FRIDAY, by=kari, at=NOW)
    refused(words.ALREADY_HANDED_OVER, lambda: hand_over(world.hanne, FRIDAY, FRIDAY, by=kari, at=NOW))
    after = FRIDAY + timedelta(days=1)
    assert hand_over(world.hanne, after, after, by=kari, at=NOW).pk


def test_only_the_principal_hands_over_for_somebody_who_is_away(world: World, class_task: Task) -> None:
    def act(name: str) -> Handover:
        return hand_over(world.sven, TODAY, FRIDAY, giver=world.kari, by=world.actor(name), at=NOW)

    refused(words.NOT_YOURS_TO_HAND_OVER, lambda: act("hanne"))
    assert act("rita").giver == world.kari
    refused(
        words.NOT_YOURS_TO_HAND_OVER,
        lambda: hand_over(world.sven, TODAY, TODAY, class_task, by=world.actor("ola"), at=NOW),
    )


def test_leaders_give_tasks_to_others_and_what_was_lent_goes_back(world: World, class_task: Task) -> None:
    hand_over(world.hanne, TODAY, FRIDAY, class_task, by=world.actor("kari"), at=NOW)
    for _ in range(2):
        reassign(class_task, world.sven, by=world.actor("rita"), at=NOW, reason="Kari er sykmeldt")
    class_task.refresh_from_db()
    assert (class_task.responsible, class_task.given) == (world.sven, True)
    line = Change.objects.get(what=Happened.GIVEN)
    assert (line.before, line.after, line.reason) == (world.kari.public_id, world.sven.public_id, "Kari er sykmeldt")
    assert Handover.objects.get().ended_at == NOW


def test_a_hole_is_filled(world: World) -> None:
    task = world.task(None, school_class=world.classes["1NAA"])
    reassign(task, world.sven, by=world.actor("hanne"), at=NOW)
    task.refresh_from_db()
    assert (task.responsible, task.stands_in) == (world.sven, False)


def test_tasks_are_given_only_by_leaders(world: World, class_task: Task) -> None:
    refused(words.NOT_YOURS_TO_GIVE, lambda: reassign(class_task, world.sven, by=world.actor("kari"), at=NOW))


@pytest.mark.parametrize("name", ["petra", "vera", "ola", "guro"])
def test_tasks_are_not_given_to_those_who_do_not_work_there(world: World, class_task: Task, name: str) -> None:
    to, rita = world.people[name], world.actor("rita")
    refused(words.NOT_A_COLLEAGUE, lambda: reassign(class_task, to, by=rita, at=NOW))


# -- drafts


def test_a_draft_survives_until_the_task_is_done(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    save_draft(class_task, "Vi snakket", by=kari, at=NOW)
    save_draft(class_task, "Vi snakket om", by=kari, at=NOW)
    save_draft(class_task, "Hannes egen", by=world.actor("hanne"), at=NOW)
    assert Draft.objects.get(person=world.kari).text == "Vi snakket om"
    complete(class_task, happened_on=TODAY, note="Vi snakket om regler", by=kari, at=NOW)
    assert Draft.objects.get().person == world.hanne
    save_draft(class_task, " ", by=world.actor("hanne"), at=NOW)
    assert not Draft.objects.exists()


def test_nobody_drafts_on_what_is_anothers(world: World, class_task: Task) -> None:
    refused(words.NOT_YOURS_TO_DO, lambda: save_draft(class_task, "Hei", by=world.actor("sven"), at=NOW))
