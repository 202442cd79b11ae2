"""Every word that Tett points at stands in the document, and no text is too strange to be read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tett.base.rules import Refusal
from tett.plan.rules.reading import read_plan
from tett.plan.tests.documents import document, plan

NAMES = [
    "jonsberg-2025", "fjordglott", "granlia", "havneset", "soltoppen", "nordlyset", "elvestryket", "gamleasen",
    "vestbygda", "bjorkedal", "storfjell", "lakseelva", "tindvik", "dalstranda",
]  # fmt: skip


def plain(text: str) -> str:
    """Take away what reading may change: space, invisible signs, divided words, stars and fonts' own signs."""
    return "".join(c for c in text if c.isalnum())


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
        assert all(plain(part) in around for part in one.text.split(": "))


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


PIECES = st.sampled_from(
    ["Rektor skal ", "• ", "Hva Når Ansvar\n", "\n\n", "\n", "\f", "|", "\t", ";", "uke 41", "Ansvarlig: ",
        "Kontaktlærers rolle\n",
     "i oktober", "Alle", "(rektor)", "§ 9a-3", "https://a.no/b", "1. ", "**", "# ", "-", "  ", "og ",
     "Sist revidert 1.1.25", "æ", "å", "\u00ad",
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
