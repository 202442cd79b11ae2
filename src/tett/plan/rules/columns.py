"""The head of a table: which column says what, by its heading."""

import re
from dataclasses import dataclass
from enum import Enum

from tett.plan.rules.stretch import Line, Stretch


class Column(Enum):
    """What a column of the table tells."""

    WHAT = "what"
    GOAL = "goal"
    WHO = "who"
    HOW = "how"
    WHEN = "when"
    OWNER = "owner"
    OTHER = "other"


@dataclass(frozen=True)
class Head:
    """A column's heading."""

    meaning: Column
    words: Stretch


_AND = r"(?:\s(?:og|eller|med)\s|\s?/\s?|,\s?)"
_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.OWNER,(
        r"hvem\s(?:har|er)\sansvar(?:et|lig)?|kven\s(?:har|er)\sansvar(?:et|leg)?|(?:hoved|hovud)?ansvar(?:lige?|leg"
        r"|et|sperson(?:er)?)?(?:\sfor\s\w+)?"
        r"|ansv\.?|utføres\sav|utførande|utfører|oppgaveeier|tiltakseier|ansvarsfordeling|responsible"
    )),
    (Column.WHO,(
        r"(?:for\s)?hvem(?:\s(?:deltar|er\smed|gjelder\sdet))?|(?:for\s)?kven(?:\s(?:deltek|er\smed|gjeld\sdet))?|målgrupper?|målgruppe[rn]?|deltakere|deltakarar|gjelder(?:\sfor)?"
        r"|gjeld(?:\sfor)?|trinn|klasser?|deltagere"
    )),
    (Column.HOW,(
        r"hvordan|korleis|gjennomføring|beskrivelse|beskriving|skildring|metode|framgangsmåte|fremgangsmåte|innhold"
        r"|innhald|arbeidsmåte|organisering"
    )),
    (Column.WHEN,(
        r"når|tidspunkt|tidsrom|tidsfrist(?:er)?|tidsplan|tid|frist(?:er)?|periode|måned|månad|uke|veke|hyppighet"
        r"|hyppigheit|hvor\softe|kor\softe|dato|tid\spå\såret"
    )),
    (Column.GOAL, r"mål(?:setting(?:er)?|setjing)?|delmål|formål|føremål|hensikt|hvorfor|kvifor|målsetning"),
    (Column.WHAT,(
        r"hva(?:\sskal\sgjøres|\sgjør\svi)?|kva(?:\sskal\sgjerast|\sgjer\svi)?|(?:forebyggende\s"
        r"|førebyggande\s)?tiltak(?:et|ene)?|aktivitet(?:er|ar)?|oppgaver?|oppgåver?"
        r"|tema|område|hendelse|rutine|arena(?:er)?|møter?|innsatsområde|fokusområde"
    )),
    (Column.OTHER,(
        r"status|evaluering|dokumentasjon|merknad(?:er)?|kommentar(?:er|ar)?|utført|gjennomført|lenker?|verktøy"
        r"|ressurser|hvor|kvar|sted|stad|resultat|nr\.?|oppfølging|oppfølgjing|effekt|kostnad(?:er)?|kjennetegn"
    )),
)  # fmt: skip
_ONE = "|".join(f"(?P<{column.value}%s>{pattern})" for column, pattern in _WORDS)
_PLAIN = re.sub(r"\?P<\w+%s>", "?:", _ONE)
_FIRST = re.compile(rf"(?:{_ONE.replace('%s', '')})(?:{_AND}(?:{_PLAIN}))*(?!\w)", re.IGNORECASE)
_CELLS = re.compile(r"\s*\|\s*|\t+|\s*;\s*| {2,}")
_EACH_TAB = re.compile(r"\s*\|\s*|\t|\s*;\s*| {2,}")
_QUOTED = re.compile(r'^"|[;\t]"')
_RULE = re.compile(r"[\s|:+=-]+")
LEAST_COLUMNS, LEAST_SQUEEZED = 2, 3
LONGEST_HEADING = 4


def head(words: Stretch) -> Head | None:
    """Read one column's heading; nothing if the words are no such heading."""
    match = _FIRST.fullmatch(words.text.strip(' :*_?"'))
    return Head(Column(match.lastgroup), words) if match and match.lastgroup else None


def heads_of_line(line: Line) -> tuple[Head, ...]:
    """Read the head of a table that stands on one line; nothing if it is no such line."""
    cells = split_line(line)
    if len(cells) >= LEAST_COLUMNS:
        found = [head(cell) for _, cell in cells]
        return settled(_others(line, found, [cell for _, cell in cells]))
    return settled(_squeezed(line.stretch))


def _others(line: Line, found: list[Head | None], cells: list[Stretch]) -> list[Head | None]:
    """Let a column have a heading that isn't known, where signs divide the columns and most of them are known."""
    known = sum(one is not None for one in found)
    if not re.search(r"[|\t;]", line.raw) or known < LEAST_SQUEEZED or known * 2 <= len(found):
        return found
    if any(not cell or len(cell.text.split()) > LONGEST_HEADING for cell in cells):
        return found
    return [one or Head(Column.OTHER, cell) for one, cell in zip(found, cells, strict=True)]


def split_line(line: Line, *, each_tab: bool = False) -> list[tuple[int, Stretch]]:
    """Cut a line at tabs, bars, semicolons or gaps; gives each cell with its place in the line, also empty ones.

    ``each_tab``: two tabs are an empty cell, and not one wide gap.
    """
    cells, last = [], 0
    for gap in (_EACH_TAB if each_tab else _CELLS).finditer(line.raw):
        if _inside_quotes(line.raw, gap.start()):
            continue
        if gap.start() > last or (gap.group().strip(" ") and (last or gap.group().strip(" ") != "|")):
            cells.append((last, line.part(last, gap.start())))
        last = gap.end()
    if line.raw[last:].strip():
        cells.append((last, line.part(last)))
    return cells


def _inside_quotes(raw: str, place: int) -> bool:
    """Tell whether a place in a line of a sheet is within a quoted cell."""
    return _QUOTED.search(raw) is not None and raw.count('"', 0, place) % 2 == 1


def is_rule(line: Line) -> bool:
    """Tell whether a line only draws, as under the head of a table in Markdown."""
    return bool(_RULE.fullmatch(line.raw)) and "-" in line.raw


def settled(found: list[Head | None]) -> tuple[Head, ...]:
    """Accept a table's head if every column is known and somebody or some time is among them."""
    heads = [h for h in found if h is not None]
    meanings = {h.meaning for h in heads}
    if len(heads) < LEAST_COLUMNS or len(heads) < len(found) or not meanings & {Column.WHEN, Column.OWNER, Column.WHO}:
        return ()
    if not meanings & {Column.WHAT, Column.GOAL, Column.HOW, Column.WHO}:
        return ()
    return _owned(_with_what(heads))


def _owned(heads: list[Head]) -> tuple[Head, ...]:
    """Take "Hvem" for the one responsible where no other column says it."""
    if any(h.meaning is Column.OWNER for h in heads):
        return tuple(heads)
    who = next(
        (n for n, h in enumerate(heads) if re.fullmatch(r"hvem|kven", h.words.text.strip(" :?"), re.IGNORECASE)), None
    )
    return tuple(Head(Column.OWNER, h.words) if n == who else h for n, h in enumerate(heads))


def _with_what(heads: list[Head]) -> list[Head]:
    """See to it that exactly one column says what is to be done."""
    order = (Column.WHAT, Column.GOAL, Column.HOW, Column.WHO)
    chosen = next(n for meaning in order for n, h in enumerate(heads) if h.meaning is meaning)
    return [
        Head(Column.WHAT if n == chosen else Column.HOW if h.meaning is Column.WHAT else h.meaning, h.words)
        for n, h in enumerate(heads)
    ]


def _squeezed(words: Stretch) -> list[Head | None]:
    """Read "Hva Hvem og hvordan Når Ansvar", where only single spaces part the columns."""
    found: list[Head | None] = []
    place = 0
    while place < len(words.text):
        match = _FIRST.match(words.text, place)
        if match is None or match.lastgroup is None or not words.text[place].isupper():
            return []
        found.append(Head(Column(match.lastgroup), words.cut(match.start(), match.end())))
        place = match.end() + 1
    return found if len(found) >= LEAST_SQUEEZED else []
