"""What reading a plan gives."""

from dataclasses import dataclass, field
from datetime import date

from tett.access.words import Level
from tett.calendar.rules.schedule import Schedule
from tett.plan.words import Audience, Evidence, PassageKind, Remark


@dataclass(frozen=True)
class Reason:
    """The document's own words that made Tett think so: ``text[starts:ends] == words``."""

    field: str
    words: str
    starts: int
    ends: int


@dataclass(frozen=True)
class ReadPassage:
    """A heading, paragraph, bullet or cell, with its offsets in the document.

    ``row`` and ``column`` count from 1 and 0. A cell that is broken over a page is two passages of the same row and
    column; a cell merged over several rows stands in the first of them.
    """

    number: int
    section: int
    kind: PassageKind
    text: str
    starts: int
    ends: int
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class ReadSection:
    """What stands under one heading; ``bearer`` when the heading gives somebody the duties in it."""

    number: int
    heading: str
    letter: str
    bearer: str | None
    passages: tuple[ReadPassage, ...]


@dataclass(frozen=True)
class ReadCommitment:
    """A proposal: who promises what, for whom and when, and what completes it."""

    code: str
    passages: tuple[int, ...]
    text: str
    title: str
    bearer: str
    co_bearers: tuple[str, ...]
    audience: Audience
    levels: tuple[Level, ...]
    schedule: Schedule
    evidence: Evidence
    act_section: str
    reasons: tuple[Reason, ...]
    remarks: tuple[Remark, ...]
    #: The words it is about, where it shares its sentence or cell with others.
    part: str = ""

    @property
    def passage(self) -> int:
        """Give the number of the passage where the duty itself stands."""
        return self.passages[0]

    def reason(self, name: str) -> str:
        """Give the words that led to a field, or nothing."""
        return next((r.words for r in self.reasons if r.field == name), "")


@dataclass(frozen=True)
class Reference:
    """What the plan refers to; the address is empty if the plan gives none."""

    label: str
    address: str


@dataclass(frozen=True)
class ReadPlan:
    """A whole document as Tett understands it.

    ``remarks`` are those that don't depend on the day; ``reading.remarks_at`` adds the rest. ``reasons`` say where in
    the document title, school, dates and repealed law stand.
    """

    title: str
    school_name: str | None
    last_revised: date | None
    revision_month: int | None
    sections: tuple[ReadSection, ...]
    passages: tuple[ReadPassage, ...]
    commitments: tuple[ReadCommitment, ...]
    references: tuple[Reference, ...]
    remarks: tuple[Remark, ...]
    reasons: tuple[Reason, ...] = field(default=())
