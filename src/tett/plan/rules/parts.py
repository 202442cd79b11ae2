"""The document's parts: each heading with what stands under it, and what it hands on to the next."""

import re
from dataclasses import dataclass, field, replace
from itertools import takewhile

from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.bearers import FoundBearer, bearers_in
from tett.plan.rules.blocks import Block, Labelled, Piece
from tett.plan.rules.columns import Column, head
from tett.plan.rules.headings import Heading, begins_section, looks_like_heading, read_heading
from tett.plan.rules.owners import in_one_row
from tett.plan.rules.prose import Context
from tett.plan.rules.stretch import Stretch, joined
from tett.plan.rules.times import FoundTime
from tett.plan.words import PassageKind

_ALONE = re.compile(r"\s?:$")
MEASURES = re.compile(
r"\b(?:tiltak(?:et|ene|a)?|rutiner?|rutinar|oppgaver|oppgåver|aktiviteter|aktivitetar|årshjul|slik gjør vi"
    r"|slik gjer vi|dette gjør vi|dette gjer vi"
    r"|hva gjør vi|kva gjer vi|vi skal|ansvar(?:et)?|plikter|pliktar|prosedyrer?|prosedyrar|arbeidsoppgaver"
    r"|arbeidsoppgåver)\b",
    re.IGNORECASE,
)  # fmt: skip

#: Headings under which nobody is obliged to anything.
_EXPLAINS = re.compile(
    r"(?:definisjon\w*|begrep\w*|omgrep\w*|mål(?:et|setting\w*)?|visjon\w*|formål\w*|føremål\w*|verdi\w*"
    r"|kontakt(?:informasjon|info|personer|personar|liste)?|(?:nyttige\s|viktige\s)?telefon\w*"
    r"|hva\ser\s(?:mobbing|krenk\w+|et)|kva\ser\s(?:mobbing|krenk\w+|eit)|vedlegg|innhold|innhald)\b(?:\s(?:og|med"
    r"|for|av)\s[\w, ]+)?:?$",
    re.IGNORECASE,
)
#: Headings about what is done when something has happened.
_CASES = re.compile(
    r"\bfase\s\d|\bsteg\s\d|\bsaksgang\w*|\bved\s(?:mistanke|bekymring|mobbing|krenk\w+|brudd|brot)|\bnår\s(?:noe"
    r"|noko|noen|nokon|det)\b|\bdersom\b|\bhvis\b|\benkeltsaker\b"
    r"|\bhåndter\w*|\bhandter\w*|\baktivitetsplikt\w*|\bhandlingsplikt\w*|\bundersøke\b|\bundersøkje\b"
    r"|\bsette\sinn\stiltak|\bsetje\sinn\stiltak|\bmelde\s(?:fra|frå)|\bvarsl\w+|\bgripe\sinn",
    re.IGNORECASE,
)


@dataclass
class Part:
    """A heading, and the pieces under it as far as the next."""

    heading: Stretch | None
    pieces: list[Piece] = field(default_factory=list)
    context: Context = field(default_factory=lambda: Context(""))

    @property
    def title(self) -> Stretch | None:
        """Give the heading without its number, with its place."""
        if self.heading is None:
            return None
        at = max(0, self.heading.text.find(self.read.words))
        return self.heading.cut(at, at + len(self.read.words))

    @property
    def words(self) -> str:
        """Give the heading without its number."""
        return self.read.words if self.heading else ""

    @property
    def read(self) -> Heading:
        """Understand the heading."""
        return read_heading(self.heading.text if self.heading else "")


def has_content(part: Part) -> bool:
    """Tell whether anything stands under the heading."""
    return bool(part.pieces)


def parts_of(pieces: list[Piece], document: str) -> list[Part]:
    """Give every piece to the heading it stands under, and every heading what it takes over."""
    found: list[Part] = []
    for piece in _with_labels(pieces):
        if isinstance(piece, Block) and piece.kind == PassageKind.HEADING:
            found.append(Part(piece.words))
        else:
            if not found:
                found.append(Part(None))
            found[-1].pieces.append(piece)
    _take_title(found)
    return _handed_on(_title_page(found), document)


def _take_title(parts: list[Part]) -> None:
    """Take the document's first line for its heading where it stands right over another."""
    first = parts[0] if len(parts) > 1 else None
    if first and first.heading is None and len(first.pieces) == 1:
        only = first.pieces[0]
        if isinstance(only, Block) and looks_like_heading(only.words.text):
            first.heading, first.pieces = only.words, []


def _with_labels(pieces: list[Piece]) -> list[Piece]:
    """Take "Ansvarlig:" on a line of its own for the label of the piece under it."""
    found: list[Piece] = []
    label: tuple[Column, Stretch] | None = None
    for piece in pieces:
        told = piece.words if label and isinstance(piece, Block) and piece.kind != PassageKind.HEADING else None
        if label and told:
            found.append(Labelled(label[0], label[1], told, joined([label[1], told])))
            label = None
            continue
        if label:
            found.append(Block(PassageKind.PARAGRAPH, label[1]))
        label = _label_alone(piece)
        if label and label[0] not in {Column.OWNER, Column.WHEN}:
            found.append(Block(PassageKind.PARAGRAPH, label[1]))
            label = None
        elif not label:
            found.append(piece)
    return [*found, Block(PassageKind.PARAGRAPH, label[1])] if label else found


def _label_alone(piece: Piece) -> tuple[Column, Stretch] | None:
    if not isinstance(piece, Block) or piece.kind == PassageKind.BULLET or not _ALONE.search(piece.words.text):
        return None
    meaning = head(piece.words)
    return (meaning.meaning, piece.words) if meaning else None


def _title_page(parts: list[Part]) -> list[Part]:
    """Put what stands by itself under the title, such as a motto, into the title's part."""
    if not parts or has_content(parts[0]):
        return parts
    loose = list(takewhile(_stands_loose, parts[1:-1]))
    parts[0].pieces += [Block(PassageKind.PARAGRAPH, part.heading) for part in loose if part.heading]
    return [parts[0], *parts[1 + len(loose) :]]


def _stands_loose(part: Part) -> bool:
    text = part.heading.text if part.heading else ""
    return not has_content(part) and not begins_section(text) and part.read.bearer is None and part.read.time is None


def _handed_on(parts: list[Part], document: str) -> list[Part]:
    """Let "August" hold for the roles under it, and a role for the months under it."""
    above = Context(document)
    for part in parts:
        own = _own(part, document)
        part.context = own
        if own.bearer and not own.time and above.time:
            part.context = replace(own, time=above.time, time_words=above.time_words)
        elif own.time and not own.bearer and above.bearer:
            part.context = replace(own, bearer=above.bearer, bearer_words=above.bearer_words)
        if not has_content(part) or not (own.bearer or own.time):
            # What a heading alone says goes on to those under it; any other heading ends it.
            above = own if own.bearer or own.time else Context(document)
    return parts


def _own(part: Part, document: str) -> Context:
    words, read = part.title, part.read
    if words is None:
        return Context(document)
    case = _CASES.search(words.text)
    people = _people(words.text, read.bearer)
    return Context(
        document,
        bearer=people,
        bearer_words=words if people else None,
        time=read.time,
        time_words=words if read.time else None,
        measures=bool(MEASURES.search(read.words)),
        informs=bool(_EXPLAINS.match(read.words)),
        case=FoundTime(Schedule(Rhythm.AS_NEEDED), *case.span()) if case else None,
        case_words=words if case else None,
    )


def _people(words: str, bearer: str | None) -> tuple[FoundBearer, ...]:
    found = bearers_in(words)
    first = next((n for n, one in enumerate(found) if one.value == bearer), None)
    return in_one_row(words, found[first:]) if bearer and first is not None else ()
