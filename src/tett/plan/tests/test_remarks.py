"""What somebody should look at before the plan is adopted."""

from datetime import date

import pytest

from tett.plan.rules.reading import ReadPlan, read_plan, remarks_at
from tett.plan.words import Remark


def one(text: str) -> ReadPlan:
    """Read a plan with a section of one bullet."""
    return read_plan(f"Plan\n\nTiltak\n\n• {text}\n")


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Elevundersøkelsen gjennomføres i november.", Remark.NO_OWNER),
            ("Alle har ansvar for å rydde hver dag.", Remark.OWNER_IS_EVERYONE),
        ("Rektor skal informere foresatte om planen.", Remark.NO_TIME),
            ("Rektor holder jevnlige møter med elevrådet.", Remark.RHYTHM_MISSING),
        ("Skolen skal arrangere temadag i uke 41.", Remark.OWNER_IS_SCHOOL),
            ("Rektor holder møte tidlig på høsten.", Remark.TIME_VAGUE),
        ("Rektor skal følge opplæringslova kapittel 9 A.", Remark.REPEALED_LAW),
            ("Rektor fatter vedtak etter § 9A-4.", Remark.REPEALED_LAW),
        ("Rektor varsler etter kap. 9a i oktober.", Remark.REPEALED_LAW),
    ],
)  # fmt: skip
def test_what_should_be_looked_at_is_remarked_on(text: str, remark: Remark) -> None:
    (found,) = one(text).commitments
    assert remark in found.remarks


@pytest.mark.parametrize(
    "text",
    ["Rektor følger § 12-4 i august.", "Rektor møter klasse 9A i uke 41.", "Rektor har møte i rom 9 a hver uke."],
)
def test_law_that_holds_and_other_nines_are_not_remarked_on(text: str) -> None:
    found = one(text)
    assert Remark.REPEALED_LAW not in found.remarks
    assert all(Remark.REPEALED_LAW not in c.remarks for c in found.commitments)


CONTRADICTING = (
    "Plan\n\nRektors rolle\n\n• Holde foreldremøte i {}.\n\nAvdelingsleders rolle\n\n• Holde foreldremøte i {}.\n"
)


@pytest.mark.parametrize(
    ("first", "second", "differ"), [("september/oktober", "oktober", True), ("oktober", "oktober", False)]
)
def test_two_places_that_differ_point_at_each_other(first: str, second: str, *, differ: bool) -> None:
    found = read_plan(CONTRADICTING.format(first, second)).commitments
    assert [Remark.CONTRADICTION in c.remarks for c in found] == [differ, differ]
    assert not differ or [c.reason("contradiction") for c in found] == ["i oktober", "i september/oktober"]


def test_what_is_done_with_results_does_not_contradict_the_survey() -> None:
    survey = "Plan\n\nRektor\n\n• Elevundersøkelsen i november.\n\n"
    text = f"{survey}Rådgiver\n\n• Gå gjennom resultatene fra elevundersøkelsen i januar.\n"
    assert not [c for c in read_plan(text).commitments if Remark.CONTRADICTION in c.remarks]


REVISED = "Plan\n\nRektor\n\n• Informere i august.\n\nPlanen revideres i august hvert år. {}\n"


@pytest.mark.parametrize(
    ("last", "day", "passed"),
    [
        ("Sist revidert 06.10.25", date(2025, 11, 1), False), ("Sist revidert 06.10.25", date(2026, 8, 20), False),
        ("Sist revidert 06.10.25", date(2026, 9, 1), True), ("Sist revidert 17.08.26", date(2026, 9, 1), False),
        ("Sist revidert 12.06.2023", date(2026, 3, 1), True), ("", date(2026, 9, 1), False),
    ],
)  # fmt: skip
def test_a_month_of_revision_that_has_passed_is_told_on_the_day(last: str, day: date, *, passed: bool) -> None:
    found = read_plan(REVISED.format(last))
    assert (Remark.REVISION_PASSED in remarks_at(found, day)) == passed
    assert (Remark.NO_REVISION_DATE in found.remarks) == (not last)


@pytest.mark.parametrize(
    "last",
    ["Sist revidert 6.10.25", "Sist oppdatert: 06.10.2025", "Revidert den 6. oktober 2025",
        "Vedtatt 06.10.2025", "Sist revidert 2025-10-06",
     "Sist revidert 6/10-2025"],
)  # fmt: skip
def test_the_day_of_revision_is_read_however_it_is_written(last: str) -> None:
    assert read_plan(REVISED.format(last)).last_revised == date(2025, 10, 6)


def test_a_day_that_cannot_be_is_no_day() -> None:
    assert read_plan(REVISED.format("Sist revidert 31.02.25")).last_revised is None


def test_a_text_without_promises_says_so() -> None:
    found = read_plan("Velkommen til oss.\n\nHer er det fint å være, og maten er god.\n")
    assert (found.commitments, Remark.NOTHING_FOUND in found.remarks) == ((), True)
