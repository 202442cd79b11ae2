"""The real plan: every promise of it is found, with who, for whom, when and what completes it.

The IDs are those of the plan's own sentences; they never change. A promise that the plan makes at several times or to
several groups is several commitments with the same ID and a number after it.
"""

from dataclasses import dataclass

import pytest

from tett.access.words import Group, Level, Role
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.shapes import ReadCommitment
from tett.plan.tests.documents import document, plan
from tett.plan.words import Audience, Evidence, Remark

ALWAYS, UNKNOWN, AS_NEEDED = Schedule(Rhythm.ALWAYS), Schedule(Rhythm.UNKNOWN), Schedule(Rhythm.AS_NEEDED)
START, REGULAR, WEEKLY = Schedule(Rhythm.SCHOOL_START), Schedule(Rhythm.REGULAR), Schedule(Rhythm.WEEKS)
THIRD_WEEK = Schedule(Rhythm.WEEKS, every=3)


def months(*pairs: tuple[int, int]) -> Schedule:
    """Give a rhythm of windows of months."""
    return Schedule(Rhythm.MONTHS, months=pairs)


@dataclass(frozen=True)
class Row:
    """What the plan promises in one place."""

    promise: str
    code: str
    words: str
    bearer: str
    audience: Audience
    schedule: Schedule
    evidence: Evidence
    together: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    remarks: tuple[Remark, ...] = ()


S, A, E, R, G = Schedule, Audience, Evidence, Role, Group
ROWS = [
    Row("G1", "G1", "arbeider for at den enkelte elev", G.LEADERSHIP, A.SCHOOL, ALWAYS, E.ALWAYS,
        remarks=(Remark.OWNER_IS_SCHOOL,)),
    Row("G1", "G1.2", "prinsippene om TETT", G.LEADERSHIP, A.SCHOOL, ALWAYS, E.ALWAYS,
        remarks=(Remark.OWNER_IS_SCHOOL,)),
    Row("G2", "G2", "skal følges av de ansatte", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("A1", "A1", "Gjøre seg kjent med", G.STAFF, A.STAFF, UNKNOWN, E.READING, remarks=(Remark.NO_TIME,)),
    Row("A2", "A2", "gode forbilder", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("A3", "A3", "eget språkbruk", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("A3", "A3.2", "Reagere ovenfor", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("A4", "A4", "holdninger til krenkelser", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("A5", "A5", "læringsarenaer", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("A6", "A6", "Følge aktivt med", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("A6", "A6.2", "gripe inn ved behov", G.STAFF, A.STAFF, AS_NEEDED, E.NOTE),
    Row("A7", "A7", "melde fra til skolens ledelse", G.STAFF, A.STAFF, ALWAYS, E.ALWAYS),
    Row("L1", "L1", "tydelig klasseleder", G.TEACHERS, A.TEACHER, ALWAYS, E.ALWAYS),
    Row("L2", "L2", "god relasjon til elevene", G.TEACHERS, A.TEACHER, ALWAYS, E.ALWAYS),
    Row("K1", "K1", "gjennomgå skolereglene", R.CONTACT_TEACHER, A.SCHOOL_CLASS, START, E.CONFIRMATION),
    Row("K2", "K2", "bli kjent samtale", R.CONTACT_TEACHER, A.STUDENT, UNKNOWN, E.TALK, remarks=(Remark.NO_TIME,)),
    Row("K3", "K3", "klassens time", R.CONTACT_TEACHER, A.SCHOOL_CLASS, WEEKLY, E.NOTE, together=(G.STUDENTS,)),
    Row("K3", "K3.2", "folkehelse og livsmestring", R.CONTACT_TEACHER, A.SCHOOL_CLASS, WEEKLY, E.NOTE),
    Row("K4", "K4", "egne klasseregler", R.CONTACT_TEACHER, A.SCHOOL_CLASS, START, E.NOTE),
    Row("D1", "D1", "klassemiljøkartlegginger", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, UNKNOWN, E.SURVEY,
        remarks=(Remark.NO_TIME,)),
    Row("D1", "D1.2", "følger opp tiltak", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, UNKNOWN, E.NOTE,
        remarks=(Remark.NO_TIME,)),
    Row("D2", "D2", "gjennomfører elevundersøkelsen", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, UNKNOWN, E.SURVEY,
        remarks=(Remark.NO_TIME,)),
    Row("D3", "D3", "medvirkningsmøter", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, REGULAR, E.MEETING,
        remarks=(Remark.RHYTHM_MISSING,)),
    Row("D4", "D4", "Informere nyansatte og vikarer", R.DEPARTMENT_HEAD, A.NEW_STAFF, S(Rhythm.ON_ARRIVAL),
        E.CONFIRMATION),
    Row("D5", "D5", "Saker diskuteres fortløpende", R.DEPARTMENT_HEAD, A.SCHOOL, ALWAYS, E.ALWAYS),
    Row("D5", "D5.2", "klassemøter", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, THIRD_WEEK, E.MEETING),
    Row("D5", "D5.3", "IKO møter", R.DEPARTMENT_HEAD, A.SCHOOL, WEEKLY, E.MEETING),
    Row("E1", "E1", "Opptre inkluderende", G.STUDENTS, A.STUDENT, ALWAYS, E.ALWAYS),
    Row("E1", "E1.2", "sier i fra ved mistanke", G.STUDENTS, A.STUDENT, AS_NEEDED, E.NOTE),
    Row("E2", "E2", "trivsel, trygghet og tilhørighet", G.STUDENTS, A.STUDENT, ALWAYS, E.ALWAYS),
    Row("E3", "E3", "Delta på arrangementer", G.STUDENTS, A.STUDENT, ALWAYS, E.ALWAYS),
    Row("R1", "R1", "Gi innspill til handlingsplanen", G.COUNCIL, A.SCHOOL, START, E.NOTE),
    Row("R2", "R2", "Delta i medvirkningsmøtene", G.COUNCIL, A.SCHOOL, UNKNOWN, E.MEETING, remarks=(Remark.NO_TIME,)),
    Row("R3", "R3", "inkluderingstiltak", G.COUNCIL, A.SCHOOL, UNKNOWN, E.ACTIVITY, together=(G.LEADERSHIP,),
        remarks=(Remark.NO_TIME,)),
    Row("R4", "R4", "Skolemiljøutvalg består av", G.ENVIRONMENT_COMMITTEE, A.SCHOOL, UNKNOWN, E.MEETING,
        remarks=(Remark.NO_TIME,)),
    Row("R4", "R4.2", "saker som kommer fortløpende", G.ENVIRONMENT_COMMITTEE, A.SCHOOL, ALWAYS, E.ALWAYS),
    Row("R4", "R4.3", "kartleggingen på høsten", G.ENVIRONMENT_COMMITTEE, A.SCHOOL, months((8, 12)), E.MEETING),
    Row("H1", "H1", "foreldremøter og utviklingssamtaler", G.LEADERSHIP, A.CLASS_GUARDIANS, UNKNOWN, E.MEETING,
        remarks=(Remark.OWNER_IS_SCHOOL, Remark.NO_TIME)),
    Row("H1", "H1.2", "delta på disse arenaene", G.GUARDIANS, A.CLASS_GUARDIANS, ALWAYS, E.ALWAYS),
    Row("H2", "H2", "melde fra til skolen", G.GUARDIANS, A.CLASS_GUARDIANS, ALWAYS, E.ALWAYS),
    Row("H3", "H3", "vg1 første skoledag", "", A.CLASS_GUARDIANS, S(Rhythm.FIRST_DAY), E.CONFIRMATION,
        levels=(Level.VG1,), remarks=(Remark.NO_OWNER,)),
    Row("H3", "H3.2", "september/oktober", "", A.CLASS_GUARDIANS, months((9, 10)), E.MEETING,
        remarks=(Remark.NO_OWNER, Remark.CONTRADICTION)),
    Row("H3", "H3.3", "skolens hjemmeside", "", A.SCHOOL, ALWAYS, E.PUBLISHED, remarks=(Remark.NO_OWNER,)),
    Row("I1", "I1", "klasseteam", G.TEACHERS, A.SCHOOL_CLASS, THIRD_WEEK, E.MEETING, together=(R.COUNSELLOR,
        R.DEPARTMENT_HEAD)),
    Row("I2", "I2", "IKO møter en gang i uka", R.DEPARTMENT_HEAD, A.SCHOOL, WEEKLY, E.MEETING,
        together=(R.COUNSELLOR, R.PPT)),
    Row("I2", "I2.2", "kalles inn ved behov", R.DEPARTMENT_HEAD, A.SCHOOL, AS_NEEDED, E.MEETING),
    Row("F0", "F0", "arbeide kontinuerlig og systematisk", G.LEADERSHIP, A.SCHOOL, ALWAYS, E.ALWAYS,
        remarks=(Remark.OWNER_IS_SCHOOL,)),
    Row("F0", "F0.2", "noe aktivt", G.LEADERSHIP, A.SCHOOL, ALWAYS, E.ALWAYS, remarks=(Remark.OWNER_IS_SCHOOL,)),
    Row("F1", "F1", "Informasjon til ansatte", G.LEADERSHIP, A.STAFF, S(Rhythm.PLANNING_DAYS), E.CONFIRMATION),
    Row("F1", "F1.2", "Informasjon til elever", R.CONTACT_TEACHER, A.SCHOOL_CLASS, START, E.CONFIRMATION),
    Row("F1", "F1.3", "Informasjon til foresatte", G.LEADERSHIP, A.CLASS_GUARDIANS, START, E.MEETING,
        together=(R.CONTACT_TEACHER,), levels=(Level.VG1,)),
    Row("F1", "F1.4", "Informasjon til foresatte", R.CONTACT_TEACHER, A.CLASS_GUARDIANS, months((10, 10)),
        E.MEETING, together=(G.LEADERSHIP,), remarks=(Remark.CONTRADICTION,)),
    Row("F1", "F1.5", "skolens hjemmeside", G.LEADERSHIP, A.SCHOOL, ALWAYS, E.PUBLISHED),
    Row("F2", "F2", "tilgjengelig elevtjeneste", G.STUDENT_SERVICES, A.SCHOOL, ALWAYS, E.ALWAYS,
        remarks=(Remark.TIME_NOT_UNDERSTOOD,)),
    Row("F3", "F3", "Bli kjent dag", R.ENVIRONMENT_WORKER, A.SCHOOL, S(Rhythm.BEFORE_START), E.ACTIVITY,
        levels=(Level.VG1,)),
    Row("F4", "F4", "Skolestart aktiviteter", R.SUBJECT_TEACHER, A.SCHOOL_CLASS, S(Rhythm.FIRST_WEEKS, times=3),
        E.ACTIVITY, together=(R.CONTACT_TEACHER,), remarks=(Remark.TIME_VAGUE,)),
    Row("F5", "F5", "Livsmestringsdag", R.PUBLIC_HEALTH, A.SCHOOL, S(Rhythm.FIRST_WEEKS), E.ACTIVITY,
        together=(G.LEADERSHIP,), remarks=(Remark.CELL_MISSING,)),
    Row("F6", "F6", "lunsjaktivitet", R.PUBLIC_HEALTH, A.SCHOOL, S(Rhythm.MONTHLY), E.ACTIVITY,
        together=(G.LEADERSHIP,)),
    Row("F7", "F7", "Borteboer aktiviteter", G.STAFF, A.BOARDERS, UNKNOWN, E.ACTIVITY, remarks=(Remark.NO_TIME,)),
    Row("F8", "F8", "IKO- arbeid", G.EVERYONE, A.SCHOOL, ALWAYS, E.ALWAYS, remarks=(Remark.OWNER_IS_EVERYONE,)),
    Row("F9", "F9", "Elevrådsmøter", R.PRINCIPAL, A.SCHOOL, REGULAR, E.MEETING, together=(R.COUNCIL_BOARD,),
        remarks=(Remark.RHYTHM_MISSING,)),
    Row("F10", "F10", "Medvirkningsmøter", R.DEPARTMENT_HEAD, A.SCHOOL_CLASS, REGULAR, E.MEETING,
        remarks=(Remark.RHYTHM_MISSING,)),
    Row("F11", "F11", "makkerskap", R.CONTACT_TEACHER, A.SCHOOL_CLASS, S(Rhythm.ALL_YEAR), E.ACTIVITY),
    Row("F12", "F12", "Klassens time", R.CONTACT_TEACHER, A.SCHOOL_CLASS, WEEKLY, E.NOTE, together=(G.STUDENTS,)),
    Row("V2", "V2", "revideres i august hvert år", G.LEADERSHIP, A.SCHOOL, months((8, 8)), E.NOTE),
]  # fmt: skip
#: Every sentence of the plan that obliges somebody; V1 is what it refers to, and has a test of its own.
PROMISES = [
    "G1",
    "G2",
    "A1",
    "A2",
    "A3",
    "A4",
    "A5",
    "A6",
    "A7",
    "L1",
    "L2",
    "K1",
    "K2",
    "K3",
    "K4",
    "D1",
    "D2",
    "D3",
    "D4",
    "D5",
    "E1",
    "E2",
    "E3",
    "R1",
    "R2",
    "R3",
    "R4",
    "H1",
    "H2",
    "H3",
    "I1",
    "I2",
    "F0",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
    "F10",
    "F11",
    "F12",
    "V2",
]


def by_code() -> dict[str, ReadCommitment]:
    """Give what was found in the real plan."""
    return {one.code: one for one in plan("jonsberg-2025").commitments}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_the_plan_promises(row: Row) -> None:
    found = by_code()[row.code]
    assert row.words in found.text
    assert (found.bearer, found.audience, found.schedule, found.evidence) == (
        row.bearer, row.audience, row.schedule, row.evidence,
    )  # fmt: skip
    assert (found.co_bearers, found.levels) == (row.together, row.levels)
    assert set(found.remarks) == set(row.remarks)


@pytest.mark.parametrize("promise", PROMISES)
def test_every_promise_is_a_commitment_with_its_id(promise: str) -> None:
    rows = [row for row in ROWS if row.promise == promise]
    assert rows
    assert all(row.code.partition(".")[0] == promise for row in rows)


def test_nothing_else_is_taken_for_a_promise() -> None:
    assert sorted(by_code()) == sorted(row.code for row in ROWS)


def test_the_four_audiences_of_the_information_have_their_own_schedules() -> None:
    told = [one for code, one in by_code().items() if code.partition(".")[0] == "F1"]
    assert {one.audience for one in told} == {A.STAFF, A.SCHOOL_CLASS, A.CLASS_GUARDIANS, A.SCHOOL}
    assert len({(one.audience, one.schedule) for one in told}) == len(told)


def test_the_parent_meeting_of_one_place_is_set_against_that_of_the_other() -> None:
    prose, table = by_code()["H3.2"], by_code()["F1.4"]
    assert "oktober" in prose.reason("contradiction")
    assert "september/oktober" in " ".join(table.reason("contradiction").split())


def test_the_plan_says_of_itself() -> None:
    found = plan("jonsberg-2025")
    assert found.title == "Handlingsplan trygt, godt og inkluderende skolemiljø"
    assert found.school_name == "Jønsberg videregående skole"
    assert (str(found.last_revised), found.revision_month) == ("2025-10-06", 8)


def test_v1_the_plan_refers_to_the_act_and_to_the_buddies() -> None:
    law, buddies = plan("jonsberg-2025").references
    assert law.address == "https://lovdata.no/dokument/NL/lov/2023-06-09-30"
    assert buddies.label.startswith("VIP Makkerskap")
    assert buddies.address.endswith("/vip-makkerskap/")


def test_every_piece_of_the_table_stands_in_its_place() -> None:
    cells = [p for p in plan("jonsberg-2025").passages if p.row is not None]
    assert {p.row for p in cells} == set(range(1, 16))
    assert all(" ".join(document("jonsberg-2025")[p.starts : p.ends].split())[:12] == p.text[:12] for p in cells)
