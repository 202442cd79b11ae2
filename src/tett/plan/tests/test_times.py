"""The small grammar of time: what schools write, in both language forms, and what only looks like a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.sentences import by_time
from tett.plan.rules.stretch import lines_of
from tett.plan.rules.times import UNKNOWN, only_time, read_time, times_in

S, R = Schedule, Rhythm
ALWAYS, REGULAR, YEAR, NEEDED = S(R.ALWAYS), S(R.REGULAR), S(R.ALL_YEAR), S(R.AS_NEEDED)
START, FIRST_DAY, BEFORE, PLANNING = S(R.SCHOOL_START), S(R.FIRST_DAY), S(R.BEFORE_START), S(R.PLANNING_DAYS)
WEEKLY, MONTHLY, ARRIVAL = S(R.WEEKS), S(R.MONTHLY), S(R.ON_ARRIVAL)


def weeks(number: int) -> Schedule:
    """Give every so many school weeks."""
    return S(R.WEEKS, every=number)


def first(number: int) -> Schedule:
    """Give the first school weeks."""
    return S(R.FIRST_WEEKS, times=number)


def spread(number: int) -> Schedule:
    """Give so many times a year."""
    return S(R.SPREAD, times=number)


def months(*pairs: tuple[int, int]) -> Schedule:
    """Give windows of months."""
    return S(R.MONTHS, months=pairs)


def iso(*pairs: tuple[int, int]) -> Schedule:
    """Give numbered weeks."""
    return S(R.ISO_WEEKS, weeks=pairs)


def by(month: int, day: int = 0) -> Schedule:
    """Give a last day."""
    return S(R.BY_DATE, month=month, day=day)


HALVES = months((8, 12), (1, 6))
PHRASES: dict[str, Schedule] = {
    # What the school's own plan says, and what was asked for.
    "hver uke": WEEKLY, "hver tredje uke": weeks(3), "ca. en gang i måneden gjennom hele skoleåret": MONTHLY,
    "september/oktober": months((9, 10)), "ved skolestart": START, "første skoleuke": first(1),
    "Første skoleuker": first(3), "en dag uka før skolestart": BEFORE, "planleggingsdager skolestart": PLANNING,
    "ved foreldremøte for vg1 første skoledag": FIRST_DAY, "faste møter gjennom hele skoleåret": REGULAR,
    "kontinuerlig": ALWAYS, "kontinuerlig gjennom hele skoleåret": ALWAYS, "alltid tilgjengelig": ALWAYS,
    "i august hvert år": months((8, 8)), "to ganger i året": spread(2), "innen 1. oktober": by(10, 1),
    "uke 41": iso((41, 41)), "vår og høst": HALVES, "høst og vår": HALVES, "Hver uke gjennom året": WEEKLY,
    "en gang i uka": WEEKLY, "gjennom året": YEAR,
    # Weeks.
    "ukentlig": WEEKLY, "hver eneste uke": WEEKLY, "én gang per uke": WEEKLY, "1 gang pr. uke": WEEKLY,
    "1 gang/uke": WEEKLY, "annenhver uke": weeks(2), "hver annen uke": weeks(2), "hver 14. dag": weeks(2),
    "hver fjortende dag": weeks(2), "hver 3. uke": weeks(3), "hver 6. uke": weeks(6), "hver fjerde skoleuke": weeks(4),
    "hver mandag": WEEKLY, "hver tirsdag og torsdag": WEEKLY, "annenhver torsdag": weeks(2), "tirsdager": WEEKLY,
    "en gang hver tredje uke": weeks(3), "Uke 40-42": iso((40, 42)), "uke 34 og 35": iso((34, 34), (35, 35)),
    "uke 40 og uke 6": iso((40, 40), (6, 6)), "i uke 39": iso((39, 39)), "ukene 45–48": iso((45, 48)),
    "uke 3 til 5": iso((3, 5)), "i løpet av uke 36": iso((36, 36)),
    # Months.
    "månedlig": MONTHLY, "hver måned": MONTHLY, "en gang i måneden": MONTHLY, "én gang pr. mnd.": MONTHLY,
    "første mandag i måneden": MONTHLY, "siste fredag i hver måned": MONTHLY, "to ganger i måneden": weeks(2),
    "oktober": months((10, 10)), "i november": months((11, 11)), "aug.": months((8, 8)), "sept/okt": months((9, 10)),
    "januar - februar": months((1, 2)), "august og september": months((8, 9)), "september og mars": months((9,
    9), (3, 3)),
    "september, november og mars": months((9, 9), (11, 11), (3, 3)), "mai/juni": months((5, 6)),
    "i løpet av oktober": months((10, 10)), "i starten av januar": months((1, 1)), "oktober 2026": months((10, 10)),
    "første uke i oktober": months((10, 10)), "hver høst": months((8, 12)), "om våren": months((1, 6)),
    "i høsthalvåret": months((8, 12)), "1. termin": months((8, 12)), "2. termin": months((1, 6)),
    "begge terminer": HALVES, "hver termin": HALVES, "en gang i halvåret": HALVES, "halvårlig": HALVES,
    "tidlig på høsten": months((8, 9)), "ved semesterstart": months((8, 8), (1, 1)), "ved skoleslutt": months((6, 6)),
    # Days.
    "innen 15. september": by(9, 15), "Innen 1. okt.": by(10, 1), "senest 20. desember": by(12, 20),
    "frist: 1. mars": by(3, 1), "innen 1.10": by(10, 1), "10. oktober": by(10, 10),
    "innen utgangen av september": by(9),
    "innen oktober": by(10), "før november": by(10), "før jul": by(12, 20), "innen sommerferien": by(6),
    "før høstferien": by(9), "innen vinterferien": by(2, 15), "innen påske": by(3),
    # The start of the year.
    "skolestart": START, "oppstart av skoleåret": START, "ved skoleårets start": START, "Ved oppstart": START,
    "rett før skolestart": BEFORE, "uken før skolestart": BEFORE, "siste uke før skolestart": BEFORE,
    "planleggingsdagene i august": PLANNING, "på planleggingsdag": PLANNING, "første skoledag": FIRST_DAY,
    "de to første ukene": first(2), "de tre første skoleukene": first(3), "i løpet av den første måneden": first(4),
    "i andre skoleuke": first(2), "ved ansettelse": ARRIVAL, "ved nytilsetting": ARRIVAL,
    # So many times.
    "fire ganger i året": spread(4), "minst tre ganger per skoleår": spread(3), "4 ganger årlig": spread(4),
    "to ganger i halvåret": spread(4), "to møter i året": spread(2),
    "fire møter i skolemiljøutvalget per skoleår": spread(4),
    "hvert kvartal": spread(4), "annenhver måned": spread(5), "årlig": YEAR, "en gang i året": YEAR, "hvert år": YEAR,
    # All the time, or when there is a need.
    "daglig": ALWAYS, "hver dag": ALWAYS, "alle friminutt": ALWAYS, "til enhver tid": ALWAYS, "løpende": ALWAYS,
    "fortløpende": ALWAYS, "hele skoledagen": ALWAYS, "jevnlig": REGULAR, "regelmessig": REGULAR, "ved behov": NEEDED,
    "etter behov": NEEDED, "når det er behov": NEEDED, "snarest mulig": NEEDED, "ved mistanke": NEEDED,
    "samme dag": NEEDED, "innen en uke": NEEDED, "innen fem skoledager": NEEDED, "etter 14 dager": NEEDED,
    "hver uke så lenge planen varer": NEEDED, "hele året": YEAR, "i løpet av skoleåret": YEAR,
    # Nynorsk.
    "kvar veke": WEEKLY, "kvar tredje veke": weeks(3), "kvar 3. veke": weeks(3), "annakvar veke": weeks(2),
    "ein gong i veka": WEEKLY, "kvar 14. dag": weeks(2), "veke 46 til 49": iso((46, 49)), "i veke 41": iso((41, 41)),
    "ein gong i månaden": MONTHLY, "kvar månad": MONTHLY, "fyrste måndag i månaden": MONTHLY, "kvar onsdag": WEEKLY,
    "haust og vår": HALVES, "to gonger i året": spread(2), "minst fire gonger i skuleåret": spread(4),
    "ved skulestart": START, "veka før skulestart": BEFORE, "fyrste skuledag": FIRST_DAY, "første skuleveke": first(1),
    "dei tre fyrste skulevekene": first(3), "planleggingsdagane": PLANNING, "innan utgangen av september": by(9),
    "innan 10. september": by(9, 10), "kontinuerleg": ALWAYS, "til ei kvar tid": ALWAYS, "dagleg": ALWAYS,
    "fortløpande": ALWAYS, "jamleg": REGULAR, "faste møte": REGULAR, "gjennom heile skuleåret": YEAR, "årleg": YEAR,
    "når det trengst": NEEDED, "snarast råd": NEEDED, "seinast innan ei veke": NEEDED, "etter jul": months((1, 1)),
    "kvart halvår": HALVES, "i haustsemesteret": months((8, 12)), "ved tilsetting": ARRIVAL,
}  # fmt: skip
NO_TIMES = [
    "gjennomføre elevsamtaler", "elevene har det bra", "VG1", "vg2 og vg3", "kapittel 12", "kap. 12", "§ 12-4",
    "§ 9a-3",
    "opplæringsloven av 2023", "rom 41", "40 prosent", "ti elever", "to lærere", "et trygt skolemiljø", "marsjere",
    "juleball", "påskeegg", "maiskolbe", "desembrister", "augustinsk", "ukeplan", "årsplan", "månedsbrev", "timeplan",
    "dagligvare", "høstlig", "vårrull", "ta vare på", "skoledagbok", "Uke", "i marka", "Marsipan til alle",
    "fredagstaco", "jula er hyggelig", "innen rammen av loven", "før eller siden", "etter planen", "ved kantina",
    "telefon 62 00 00 00", "uke 54a", "planlegge dagen sin", "hvert fag", "hver klasse", "kvar elev", "alle elever",
    "første rad", "andre elever", "andre uker", "siste side",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "schedule"), PHRASES.items(), ids=str)
def test_a_phrase_means(phrase: str, schedule: Schedule) -> None:
    assert read_time(phrase).schedule == schedule


@pytest.mark.parametrize("phrase", PHRASES, ids=str)
def test_it_means_the_same_in_capitals(phrase: str) -> None:
    assert read_time(phrase.capitalize()).schedule == PHRASES[phrase]


@pytest.mark.parametrize("phrase", PHRASES, ids=str)
def test_it_is_found_in_a_sentence_with_its_words(phrase: str) -> None:
    text = f"Rektor samler kollegiet {phrase}."
    found = times_in(text)
    assert PHRASES[phrase] in [time.schedule for time in found]
    assert all(time.words(text).strip() and time.words(text) in text for time in found)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert read_time(text).schedule == UNKNOWN


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("for vg1 første skoledag og for alle klasser i september/oktober", [FIRST_DAY, months((9, 10))]),
        ("klassemøter hver tredje uke og/eller IKO-møter hver uke", [weeks(3), WEEKLY]),
        ("kurs i august, og oppfølging i januar", [months((8, 8)), months((1, 1))]),
        ("Før elevene kommer i august, går rektor gjennom planen på planleggingsdagen", [PLANNING]),
        ("samtaler i september og mars", [months((9, 9), (3, 3))]),
    ],
)
def test_what_happens_at_several_times_is_cut_into_parts(text: str, parts: list[Schedule]) -> None:
    line = lines_of(text)[0].stretch
    assert [time.schedule for _, time in by_time(line) if time] == parts


@pytest.mark.parametrize("text", ["Hver uke", "Uke 41", "Foreldremøte for vg1 ved skolestart", "September – oktober"])
def test_a_cell_about_time_is_seen(text: str) -> None:
    assert only_time(text)


@pytest.mark.parametrize("text", ["Elevsamtaler i oktober", "Rektor", "", "Se lenke"])
def test_a_cell_about_something_else_is_seen(text: str) -> None:
    assert not only_time(text)


@given(st.text(alphabet=st.sampled_from("uke veke 41 ./–-og hver kvar 14 i en to gang året innen mai juni (),")))
def test_whatever_is_found_can_be_unfolded_and_stands_in_the_text(text: str) -> None:
    for time in times_in(text):
        assert time.schedule.sound
        assert 0 <= time.starts < time.ends <= len(text)
