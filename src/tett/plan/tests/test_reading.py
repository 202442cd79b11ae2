"""From a document to sections and proposals: bullets, paragraphs, headings, labelled lines."""

import pytest

from tett.access.words import Group, Role
from tett.calendar.words import Rhythm
from tett.plan.rules.reading import read_plan
from tett.plan.tests.documents import plan
from tett.plan.words import Evidence, PassageKind, Remark

BULLETS = [
    "•",
    "▪",
    "●",
    "◦",
    "‣",
    "➢",
    "✓",
    "-",
    "–",
    "—",
    "*",
    "+",
    "o",
    "\uf0b7",
    "1.",
    "2)",
    "a)",
    "b.",
    "\uf0a7",
    "·",
]


@pytest.mark.parametrize("sign", BULLETS)
def test_bullets_of_every_kind_are_duties_of_the_role_above(sign: str) -> None:
    other = {"1.": "2.", "a)": "b)", "b.": "c."}.get(sign, sign)
    role = "Plan\n\nKontaktlærers rolle\n\n"
    text = f"{role}{sign} Gjennomføre elevsamtaler i\noktober.\n{other} Ha klassens time hver uke.\n"
    first, second = read_plan(text).commitments
    assert (first.text, first.bearer) == ("Gjennomføre elevsamtaler i oktober.", Role.CONTACT_TEACHER)
    assert (first.schedule.rhythm, second.schedule.rhythm) == (Rhythm.MONTHS, Rhythm.WEEKS)


def test_a_bullet_goes_on_over_a_page_with_its_number() -> None:
    text = "Plan\n\nRektors ansvar\n\n• Kalle inn skolemiljøutvalget minst\n\n\n   3\n\n\fto ganger i året.\n"
    (found,) = read_plan(text).commitments
    assert (found.schedule.rhythm, found.schedule.times) == (Rhythm.SPREAD, 2)


def test_what_is_said_on_top_of_every_page_is_read_once() -> None:
    page = "Solvik videregående skole\n\n• Ha samtale med eleven i uke {n}.\n\n"
    text = "Plan\n\nRådgivers rolle\n\n" + "\f".join(page.format(n=n) for n in range(34, 40))
    assert len(read_plan(text).commitments) == 6


def test_a_list_under_half_a_sentence_takes_over_who_and_when() -> None:
    start = "Plan\n\nOppstart\n\nI løpet av august skal kontaktlærer:\n"
    text = f"{start}- lage klasseregler med klassen\n- velge tillitselev\n"
    found = read_plan(text).commitments
    assert [(one.bearer, one.schedule.months) for one in found] == [(Role.CONTACT_TEACHER, ((8, 8),))] * 2


def test_a_list_under_somebody_unknown_is_not_the_last_ones() -> None:
    text = (
        "Plan\n\nRektor skal:\n- informere ansatte i august\n\nTrivselslaget har ansvar for:\n- idrettsdag i uke 23\n"
    )
    first, second = read_plan(text).commitments
    assert (first.bearer, second.bearer) == (Role.PRINCIPAL, "")
    assert Remark.OWNER_NOT_UNDERSTOOD in second.remarks


def test_a_month_over_roles_and_a_role_over_months_hold_for_both() -> None:
    month = "Plan\n\nAugust\n\nRektor\n- Informere personalet\n\nKontaktlærer\n- Lage klasseregler\n"
    role = "Plan\n\nKontaktlærer\n\nAugust\n- Lage klasseregler\n\nSeptember\n- Gjennomføre samtaler\n"
    assert [(c.bearer, c.schedule.months) for c in read_plan(month).commitments] == [
        (Role.PRINCIPAL, ((8, 8),)), (Role.CONTACT_TEACHER, ((8, 8),)),
    ]  # fmt: skip
    assert [(c.bearer, c.schedule.months) for c in read_plan(role).commitments] == [
        (Role.CONTACT_TEACHER, ((8, 8),)), (Role.CONTACT_TEACHER, ((9, 9),)),
    ]  # fmt: skip


def test_lines_that_say_who_and_when_may_stand_over_what_is_done() -> None:
    text = "Plan\n\nUtdrikking\n\nAnsvarlig: Rådgiver\nFrist: 1. november\nAlle elever får tilbud om en samtale.\n"
    (found,) = read_plan(text).commitments
    assert (found.bearer, found.schedule.month) == (Role.COUNSELLOR, 11)
    assert found.text == "Alle elever får tilbud om en samtale."


def test_a_label_on_a_line_of_its_own_tells_what_stands_under_it() -> None:
    text = "Plan\n\n2.1 Elevsamtaler\n\nKontaktlærer snakker med hver elev om trivsel.\n\nFrist:\n\n15. oktober\n"
    found = read_plan(text).commitments[0]
    assert (found.schedule.month, found.schedule.day) == (10, 15)


@pytest.mark.parametrize("heading", ["Definisjoner", "Begreper", "Kontaktinformasjon", "Telefonliste", "Visjon", "Mål"])
def test_under_some_headings_nobody_is_obliged(heading: str) -> None:
    text = f"Plan\n\n{heading}\n\nRektor skal være et godt forbilde for alle.\n\nRektor\n\n- Informere alle i august\n"
    assert [one.text for one in read_plan(text).commitments] == ["Informere alle i august"]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Gjennomføre elevsamtaler i oktober", Evidence.TALK), ("Kalle inn til foreldremøte i september",
            Evidence.MEETING),
        ("Kartlegge klassemiljøet i uke 40", Evidence.SURVEY), ("Arrangere temadag i uke 41", Evidence.ACTIVITY),
        ("Lese planen innen 1. september", Evidence.READING), ("Informere elevene ved skolestart",
            Evidence.CONFIRMATION),
        ("Lage en plan for klassens miljø i august", Evidence.NOTE), ("Være tydelige voksne", Evidence.ALWAYS),
        ("Legge planen ut på skolens hjemmeside", Evidence.PUBLISHED), ("Ryddetur i mai", Evidence.ACTIVITY),
        ("Lese om skolens kultur i mai", Evidence.READING), ("Møte elevene med respekt", Evidence.ALWAYS),
    ],
)  # fmt: skip
def test_what_completes_a_duty_is_told_by_its_words(text: str, evidence: Evidence) -> None:
    (found,) = read_plan(f"Plan\n\nAlle ansattes rolle\n\n• {text}\n").commitments
    assert found.evidence == evidence


def test_the_headings_of_the_plan_know_whose_they_are() -> None:
    bearers = {s.heading: s.bearer for s in plan("jonsberg-2025").sections if s.bearer}
    assert bearers == {
        "Alle ansattes rolle": Group.STAFF, "Lærers rolle": Group.TEACHERS, "Kontaktlærers rolle": Role.CONTACT_TEACHER,
        "Avdelingsleders rolle": Role.DEPARTMENT_HEAD, "Elevens rolle": Group.STUDENTS,
        "Elevrådets rolle": Group.COUNCIL,
    }  # fmt: skip


def test_every_kind_of_passage_is_met() -> None:
    kinds = {p.kind for p in plan("jonsberg-2025").passages}
    assert kinds == set(PassageKind)


def test_a_list_of_contents_is_no_plan_and_a_column_of_weeks_is_no_list_of_contents() -> None:
    contents = "Plan\n\nInnhold\nRektors ansvar\t2\nElevenes ansvar\t3\n\nRektors ansvar\n\n• Informere i august.\n"
    weeks = "Plan\n\nTiltak\tAnsvar\tUke\nTemadag\tRådgiver\tuke 41\nElevsamtaler\tKontaktlærer\t40-42\n"
    assert [s.heading for s in read_plan(contents).sections] == ["Plan", "Rektors ansvar"]
    assert [(c.title, c.schedule.weeks) for c in read_plan(weeks).commitments] == [
        ("Temadag", ((41, 41),)), ("Elevsamtaler", ((40, 42),)),
    ]  # fmt: skip
