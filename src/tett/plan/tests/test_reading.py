"""From a document to sections, passages and proposals: every bullet, every place, every remark."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tett.access.words import Group, Role
from tett.base.rules import Refusal
from tett.calendar.words import Rhythm
from tett.plan.rules.reading import ReadPlan, read_plan, remarks_at
from tett.plan.tests.documents import document, plan
from tett.plan.words import Evidence, PassageKind, Remark

NAMES = [
    "jonsberg-2025", "fjordglott", "granlia", "havneset", "soltoppen", "nordlyset", "elvestryket", "gamleasen",
    "vestbygda", "bjorkedal", "storfjell", "lakseelva",
]  # fmt: skip
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


def plain(text: str) -> str:
    """Take away what reading may change: space, invisible signs, divided words, stars and fonts' own signs."""
    return "".join(c for c in text if c.isalnum())


# -- places ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_reason_stands_in_the_document(name: str) -> None:
    text, found = document(name), plan(name)
    reasons = [*found.reasons, *(reason for one in found.commitments for reason in one.reasons)]
    assert reasons
    assert [r for r in reasons if text[r.starts : r.ends] != r.words or not r.words.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_stands_in_the_document(name: str) -> None:
    text = document(name)
    for passage in plan(name).passages:
        assert plain(text[passage.starts : passage.ends]) == plain(passage.text)


@pytest.mark.parametrize("name", NAMES)
def test_passages_are_counted_through_and_belong_to_a_section(name: str) -> None:
    found = plan(name)
    assert [p.number for p in found.passages] == list(range(1, len(found.passages) + 1))
    assert {p.section for p in found.passages} <= {s.number for s in found.sections}
    assert [p for s in found.sections for p in s.passages] == list(found.passages)


@pytest.mark.parametrize("name", NAMES)
def test_a_commitment_stands_where_its_words_are(name: str) -> None:
    found = plan(name)
    texts = {p.number: p.text for p in found.passages}
    for one in found.commitments:
        around = plain(" ".join(texts[number] for number in one.passages))
        assert all(plain(part) in around for part in one.text.split(": ", 1))


@pytest.mark.parametrize("name", NAMES)
def test_codes_and_letters_are_given_once(name: str) -> None:
    found = plan(name)
    codes = [one.code for one in found.commitments]
    assert len(set(codes)) == len(codes)
    assert len({s.letter for s in found.sections}) == len(found.sections)
    assert all(len(code) <= 12 for code in codes)


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_short_and_begin_with_a_capital(name: str) -> None:
    titles = [one.title for one in plan(name).commitments]
    assert all(0 < len(title) <= 91 and (title[0].isupper() or not title[0].isalpha()) for title in titles)


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_the_same(name: str) -> None:
    assert read_plan(document(name)) == plan(name)


@pytest.mark.parametrize("name", ["jonsberg-2025", "gamleasen", "fjordglott"])
@pytest.mark.parametrize(("ends", "by"), [("\n", "\r\n"), ("\n", "\r"), ("æ", "æ"), ("å", "å")])
def test_other_line_ends_and_letters_of_two_signs_read_the_same(name: str, ends: str, by: str) -> None:
    found = read_plan(document(name).replace(ends, by))
    assert [one.code for one in found.commitments] == [one.code for one in plan(name).commitments]
    assert [one.text for one in found.commitments] == [one.text for one in plan(name).commitments]


# -- bullets, paragraphs, headings -----------------------------------------------------------------------------


@pytest.mark.parametrize("sign", BULLETS)
def test_bullets_of_every_kind_are_duties_of_the_role_above(sign: str) -> None:
    other = {"1.": "2.", "a)": "b)", "b.": "c."}.get(sign, sign)
    text = f"Plan\n\nKontaktlærers rolle\n\n{sign} Gjennomføre elevsamtaler i\noktober.\n{other} Ha klassens time hver uke.\n"
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
    text = "Plan\n\nOppstart\n\nI løpet av august skal kontaktlærer:\n- lage klasseregler med klassen\n- velge tillitselev\n"
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
        ("Gjennomføre elevsamtaler i oktober", Evidence.TALK), ("Kalle inn til foreldremøte i september", Evidence.MEETING),
        ("Kartlegge klassemiljøet i uke 40", Evidence.SURVEY), ("Arrangere temadag i uke 41", Evidence.ACTIVITY),
        ("Lese planen innen 1. september", Evidence.READING), ("Informere elevene ved skolestart", Evidence.CONFIRMATION),
        ("Lage en plan for klassens miljø i august", Evidence.NOTE), ("Være tydelige voksne", Evidence.ALWAYS),
        ("Legge planen ut på skolens hjemmeside", Evidence.PUBLISHED), ("Ryddetur i mai", Evidence.ACTIVITY),
        ("Lese om skolens kultur i mai", Evidence.READING), ("Møte elevene med respekt", Evidence.ALWAYS),
    ],
)  # fmt: skip
def test_what_completes_a_duty_is_told_by_its_words(text: str, evidence: Evidence) -> None:
    (found,) = read_plan(f"Plan\n\nAlle ansattes rolle\n\n• {text}\n").commitments
    assert found.evidence == evidence


# -- remarks ---------------------------------------------------------------------------------------------------


def one(text: str) -> ReadPlan:
    """Read a plan with a section of one bullet."""
    return read_plan(f"Plan\n\nTiltak\n\n• {text}\n")


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Elevundersøkelsen gjennomføres i november.", Remark.NO_OWNER), ("Alle har ansvar for å rydde hver dag.", Remark.OWNER_IS_EVERYONE),
        ("Rektor skal informere foresatte om planen.", Remark.NO_TIME), ("Rektor holder jevnlige møter med elevrådet.", Remark.RHYTHM_MISSING),
        ("Skolen skal arrangere temadag i uke 41.", Remark.OWNER_IS_SCHOOL), ("Rektor holder møte tidlig på høsten.", Remark.TIME_VAGUE),
        ("Rektor skal følge opplæringslova kapittel 9 A.", Remark.REPEALED_LAW), ("Rektor fatter vedtak etter § 9A-4.", Remark.REPEALED_LAW),
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
    text = "Plan\n\nRektor\n\n• Elevundersøkelsen i november.\n\nRådgiver\n\n• Gå gjennom resultatene fra elevundersøkelsen i januar.\n"
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
    ["Sist revidert 6.10.25", "Sist oppdatert: 06.10.2025", "Revidert den 6. oktober 2025", "Vedtatt 06.10.2025", "Sist revidert 2025-10-06",
     "Sist revidert 6/10-2025"],
)  # fmt: skip
def test_the_day_of_revision_is_read_however_it_is_written(last: str) -> None:
    assert read_plan(REVISED.format(last)).last_revised == date(2025, 10, 6)


def test_a_day_that_cannot_be_is_no_day() -> None:
    assert read_plan(REVISED.format("Sist revidert 31.02.25")).last_revised is None


def test_a_text_without_promises_says_so() -> None:
    found = read_plan("Velkommen til oss.\n\nHer er det fint å være, og maten er god.\n")
    assert (found.commitments, Remark.NOTHING_FOUND in found.remarks) == ((), True)


# -- anything --------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["Rektor skal ", "• ", "Hva Når Ansvar\n", "\n\n", "\n", "\f", "|", "\t", ";", "uke 41", "Ansvarlig: ", "Kontaktlærers rolle\n",
     "i oktober", "Alle", "(rektor)", "§ 9a-3", "https://a.no/b", "1. ", "**", "# ", "-", "  ", "og ", "Sist revidert 1.1.25", "æ", "å", "\u00ad",
     "August: ", "Elever", "\x0b", "\u2028", ": ", ". ", "hver tredje uke", "Medvirknings-\nmøter", '"', "…"]
)  # fmt: skip


def sound(text: str) -> None:
    """Read a text, which may be refused, and check what always holds."""
    try:
        found = read_plan(text)
    except Refusal:
        return
    for reason in [*found.reasons, *(r for c in found.commitments for r in c.reasons)]:
        assert text[reason.starts : reason.ends] == reason.words
    assert len({c.code for c in found.commitments}) == len(found.commitments)
    assert all(c.schedule.sound and c.title and c.text for c in found.commitments)
    assert all(0 <= p.starts < p.ends <= len(text) for p in found.passages)
    numbers = {p.number for p in found.passages}
    assert all(c.passages and set(c.passages) <= numbers for c in found.commitments)


@given(st.text(max_size=400))
@example("Hva Når Ansvar")
@example("Ansvarlig: rektor")
@example("a\u00adb")
def test_no_text_is_too_strange(text: str) -> None:
    sound(text)


@given(st.lists(PIECES, max_size=40))
def test_no_plan_is_too_broken(pieces: list[str]) -> None:
    sound("".join(pieces))


@given(st.data())
def test_no_plan_is_too_cut(data: st.DataObject) -> None:
    text = document(data.draw(st.sampled_from(NAMES)))
    first = data.draw(st.integers(0, len(text)))
    sound(text[first : first + data.draw(st.integers(0, 1500))])


def test_the_headings_of_the_plan_know_whose_they_are() -> None:
    bearers = {s.heading: s.bearer for s in plan("jonsberg-2025").sections if s.bearer}
    assert bearers == {
        "Alle ansattes rolle": Group.STAFF, "Lærers rolle": Group.TEACHERS, "Kontaktlærers rolle": Role.CONTACT_TEACHER,
        "Avdelingsleders rolle": Role.DEPARTMENT_HEAD, "Elevens rolle": Group.STUDENTS, "Elevrådets rolle": Group.COUNCIL,
    }  # fmt: skip


def test_every_kind_of_passage_is_met() -> None:
    kinds = {p.kind for p in plan("jonsberg-2025").passages}
    assert kinds == set(PassageKind)
