"""Plans of other schools, none of which exists: written as schools write, each in its own way."""

import pytest

from tett.plan.rules.shapes import ReadCommitment
from tett.plan.tests.documents import plan
from tett.plan.tests.documents.promised import FACTS, INFORMATION, ROWS, UNKNOWN, Row
from tett.plan.words import Remark

NAMES = sorted({row.plan for row in ROWS})


def told(one: ReadCommitment) -> str:
    """Give what a commitment says, with its title."""
    return f"{one.title} | {one.text}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.plan}: {row.words}")
def test_the_plan_promises(row: Row) -> None:
    found = [one for one in plan(row.plan).commitments if row.words in told(one)]
    said = [(one.bearer, one.audience, one.schedule, one.evidence) for one in found]
    assert (row.bearer, row.audience, row.schedule, row.evidence) in said


@pytest.mark.parametrize(("name", "words"), INFORMATION, ids=str)
def test_what_informs_is_no_promise(name: str, words: str) -> None:
    assert any(words in passage.text for passage in plan(name).passages)
    assert not [one.code for one in plan(name).commitments if words in one.text]


@pytest.mark.parametrize(("name", "title", "school", "revised", "month"), FACTS, ids=str)
def test_the_plan_says_of_itself(name: str, title: str, school: str, revised: str, month: int | None) -> None:
    found = plan(name)
    assert (found.title, found.school_name) == (title, school)
    assert (str(found.last_revised), found.revision_month) == (revised, month)


def test_an_old_plan_leans_on_repealed_law() -> None:
    found = plan("gamleasen")
    assert Remark.REPEALED_LAW in found.remarks
    vow = next(one for one in found.commitments if "fatter enkeltvedtak" in one.text)
    assert Remark.REPEALED_LAW in vow.remarks
    assert vow.reason("repealed_law") == "§ 9a-3"


def test_an_owner_that_is_not_understood_is_said_and_not_guessed() -> None:
    course = next(one for one in plan("granlia").commitments if one.title == "Nettvettkurs")
    assert (course.bearer, Remark.OWNER_NOT_UNDERSTOOD in course.remarks) == ("", True)
    assert course.reason("not_understood") == "Ikke avklart"


def test_a_time_that_is_not_understood_is_said_and_not_guessed() -> None:
    outside = next(one for one in plan("elvestryket").commitments if "Uteaktiviteter" in one.title)
    assert Remark.TIME_NOT_UNDERSTOOD in outside.remarks
    assert outside.reason("schedule") == "Når været tillater det"


@pytest.mark.parametrize("name", NAMES)
def test_most_have_an_owner_and_a_time(name: str) -> None:
    found = plan(name).commitments
    unclear = [one for one in found if not one.bearer or one.schedule == UNKNOWN]
    assert len(unclear) <= max(2, len(found) // 2)
