"""What the overviews say: the board, the coverage, the day, the county and the front page."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.cast import NOW, TODAY, World
from tett.overview.queries import my_board, my_coverage, tasks_behind, today
from tett.overview.queries.board import Gap, Line
from tett.overview.tests.test_access import browser, duty_of
from tett.overview.words import NO_TASKS, Health, Step
from tett.people.models import Assignment, School
from tett.plan.models import Edition
from tett.tasks.actions import complete
from tett.tasks.models import Task


def line(world: World, name: str, title: str) -> Line:
    """Give a promise's line on somebody's board."""
    board = my_board(world.actor(name))
    assert board is not None
    return next(found for found in board.lines if found.title.startswith(title))


def test_the_board_has_every_promise_and_every_class(running: World) -> None:
    board = my_board(running.actor("rita"))
    assert board is not None
    assert [column.label for column in board.columns] == ["", "1NAA", "1NAB", "1TIA"]
    assert {"Gjennomgå skolereglene med klassen ved skolestart", "Lunsj for alle elever"} <= {
        n.title for n in board.lines
    }


def test_a_department_head_sees_only_the_own_classes(running: World) -> None:
    board = my_board(running.actor("harald"))
    assert board is not None
    assert [column.label for column in board.columns] == ["", "1TIA"]
    assert not board.whole


def test_what_is_done_shows_at_once(running: World) -> None:
    task = Task.objects.get(duty=duty_of("Gjennomgå"), school_class=running.classes["1NAA"])
    before = line(running, "rita", "Gjennomgå").count.done
    complete(task, happened_on=TODAY, by=running.actor("kari"), at=NOW)
    assert line(running, "rita", "Gjennomgå").count.done == before + 1


def test_a_class_without_a_contact_teacher_is_a_hole(running: World) -> None:
    found = line(running, "rita", "Ha klassens time")
    assert found.health == Health.HOLE
    cell = next(cell for cell in found.cells if cell.column.label == "1NAB")
    assert cell.count.holes == cell.count.open > 0


def test_the_gap_is_told_once_with_what_waits_for_it(running: World) -> None:
    board = my_board(running.actor("rita"))
    assert board is not None
    gap = next(gap for gap in board.gaps if gap.label == "1NAB")
    assert gap.bearer == "kontaktlærer"
    assert gap.number == sum(c.count.holes for n in board.lines for c in n.cells if c.column.label == "1NAB")


def test_what_nothing_is_heard_of_is_quiet(running: World) -> None:
    board = my_board(running.actor("rita", NOW + timedelta(weeks=7)))
    assert board is not None
    assert {column.label for column in board.quiet} == {"1NAA", "1NAB", "1TIA"}


def test_no_class_is_quiet_about_what_nobody_had_promised(running: World) -> None:
    later = NOW + timedelta(weeks=7)
    Edition.objects.filter(school=running.school).update(adopted_at=later)
    board = my_board(running.actor("rita", later))
    assert board is not None
    assert board.quiet == ()


def test_a_whole_group_is_told_from_somebody_who_is_missing() -> None:
    assert Gap("", "skolen", "alle", 1).unnamed
    assert not Gap("1NAB", "x", "kontaktlærer", 1).unnamed


def test_coverage_tells_at_the_sentence_how_it_goes(running: World) -> None:
    found = my_coverage(running.actor("kari"))
    assert found is not None
    pieces = [piece for part in found.parts for piece in part.pieces]
    hour = next(piece for piece in pieces if piece.text.startswith("Ha klassens time"))
    assert [p.count.all for p in hour.promises] == [Task.objects.filter(duty=duty_of("Ha klassens time")).count()]


def test_a_row_of_the_table_tells_it_too_with_the_words_of_its_columns(running: World) -> None:
    found = my_coverage(running.actor("kari"))
    assert found is not None
    lines = [line for part in found.parts for piece in part.pieces for line in piece.lines]
    lunch = next(line for line in lines if ("Hva", "Lunsj for alle elever") in line.cells)
    assert [p.count.all for p in lunch.promises] == [Task.objects.filter(duty=duty_of("Lunsj")).count()]


def test_what_has_no_tasks_says_why(running: World) -> None:
    found = my_coverage(running.actor("kari"))
    assert found is not None
    assert {p.why for p in found.promises if not p.count.all} <= {str(why) for why in NO_TASKS.values()}
    assert "gjort for" in browser("kari").get("/slik-gar-det/").content.decode()


def test_a_standing_duty_is_confirmed_with_the_reading(running: World) -> None:
    found = my_coverage(running.actor("kari"))
    assert found is not None
    standing = next(p for p in found.promises if p.title.startswith("Være tydelige"))
    reading = next(p for p in found.promises if p.title.startswith("Gjøre seg kjent"))
    assert standing.with_reading
    assert standing.count == reading.count


def test_behind_a_cell_are_its_tasks(running: World) -> None:
    duty, school_class = duty_of("Ha klassens time"), running.classes["1NAA"]
    found = tasks_behind(running.actor("rita"), duty.public_id, school_class.public_id)
    assert found is not None
    assert {task.school_class_id for task in found.tasks} == {school_class.pk}
    assert found.count.all == found.tasks.count()


def test_the_principals_day_begins_with_what_must_be_done_first(with_calendar: World) -> None:
    assert today(with_calendar.actor("rita")).step == Step.READ_IN
    told = browser("rita").get("/min-dag/").content.decode()
    assert told.index("Les inn planen") < told.index("Ingenting må gjøres denne uka")


def test_after_adoption_comes_the_year(adopted: Edition, with_calendar: World) -> None:
    assert today(with_calendar.actor("rita")).step == Step.UNFOLD
    assert today(with_calendar.actor("kari")).step is None


def test_when_the_year_runs_the_day_is_about_the_week(running: World) -> None:
    assert today(running.actor("rita")).step == Step.RUNNING
    told = browser("kari").get("/min-dag/").content.decode()
    assert "Ha klassens time med klassen" in told
    assert "mandag 14. september 2026" in told
    assert "uke 38" in told


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("ola", "Klassen 1NAA"),
        ("guro", "Ola Prøve"),
        ("carl", "Jonsberg vgs"),
        ("adam", "Du passer på systemet"),
        ("hanne", "Slik går det"),
    ],
)
def test_everybody_has_a_day_of_their_own(running: World, name: str, says: str) -> None:
    assert says in browser(name).get("/min-dag/").content.decode()


def test_a_school_without_a_calendar_gives_no_broken_page(world: World) -> None:
    for name in ("rita", "kari", "hanne"):
        assert browser(name).get("/min-dag/").status_code == 200
        assert browser(name).get("/tavla/").status_code in {200, 404}


def test_the_front_page_has_three_doors_and_needs_no_log_in(adopted: Edition, world: World) -> None:
    told = Client().get("/jonsberg/").content.decode()
    assert all(words in told for words in ("Planen vår", "Si fra", "Dine rettigheter", "Logg inn"))
    assert Client().get("/finnes-ikke/").status_code == 404


def test_a_stranger_chooses_the_school_and_is_led_to_an_only_one(world: World) -> None:
    assert "Annen vgs" in Client().get("/").content.decode()
    Assignment.objects.filter(school=world.other).delete()
    School.objects.filter(pk=world.other.pk).delete()
    assert Client().get("/").headers["Location"] == "/jonsberg/"


def test_somebody_with_a_role_is_led_to_the_day(world: World) -> None:
    assert browser("kari").get("/").headers["Location"] == "/min-dag/"
