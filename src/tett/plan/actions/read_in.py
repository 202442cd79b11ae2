"""From a document to a draft edition."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.models import School
from tett.plan.access import may_own_plan
from tett.plan.models import Commitment, Edition, Link, Passage, Section
from tett.plan.rules.decoding import decode
from tett.plan.rules.reading import ReadCommitment, ReadPlan, read_plan, remarks_at
from tett.plan.words import DRAFT_THERE, NO_COMMITMENTS, NOT_YOURS, TOO_LONG, EditionState

#: About 400 pages; longer than any plan, short enough to be read while somebody waits.
LONGEST = 1_000_000


@transaction.atomic
def read_in(school: School, document: str | bytes, *, by: Actor, at: datetime) -> Edition:
    """Read the school's document into a draft to be reviewed, all of it or nothing."""
    held = locked(school)
    if not may_own_plan.allows(by, held):
        raise Refusal(NOT_YOURS)
    if Edition.objects.filter(school=held, state=EditionState.DRAFT).exists():
        raise Refusal(DRAFT_THERE)
    text = document if isinstance(document, str) else decode(document)
    if len(text) > LONGEST:
        raise Refusal(TOO_LONG.format(limit=LONGEST))
    found = read_plan(text)
    if not found.commitments:
        raise Refusal(NO_COMMITMENTS)
    edition = _edition(held, text, found, by, at)
    _store(edition, found)
    record("plan.read_in", edition, by=by, at=at, facts={"commitments": len(found.commitments)})
    return edition


def _edition(school: School, text: str, found: ReadPlan, by: Actor, at: datetime) -> Edition:
    last = Edition.objects.filter(school=school).aggregate(last=Max("number"))["last"]
    return Edition.objects.create(
        school=school, number=(last or 0) + 1, title=found.title[:200], text=text, last_revised=found.last_revised,
        revision_month=found.revision_month, remarks=[str(r.value) for r in remarks_at(found, by.day)],
        read_at=at, read_by_id=by.person_id,
    )  # fmt: skip


def _store(edition: Edition, found: ReadPlan) -> None:
    sections = Section.objects.bulk_create(
        Section(edition=edition, number=s.number, heading=s.heading[:300], letter=s.letter) for s in found.sections
    )
    by_number = {s.number: s for s in sections}
    passages = Passage.objects.bulk_create(
        Passage(
            edition=edition,
            section=by_number[p.section],
            number=p.number,
            kind=p.kind,
            text=p.text,
            starts=p.starts,
            ends=p.ends,
            row=p.row,
            column=p.column,
        )
        for p in found.passages
    )
    places = {p.number: p for p in passages}
    Commitment.objects.bulk_create(
        _commitment(edition, n, c, places[c.passage]) for n, c in enumerate(found.commitments, 1)
    )
    Link.objects.bulk_create(
        Link(edition=edition, label=r.label[:300], address=r.address[:500]) for r in found.references
    )


def _commitment(edition: Edition, order: int, read: ReadCommitment, passage: Passage) -> Commitment:
    return Commitment(
        edition=edition, code=read.code, order=order * 10, title=read.title[:200], text=read.text, passage=passage,
        bearer=str(read.bearer), co_bearers=[str(b) for b in read.co_bearers], audience=read.audience,
        levels=[str(level) for level in read.levels], schedule=read.schedule.as_data(), evidence=read.evidence,
        act_section=read.act_section,
        reasons=[{"field": r.field, "words": r.words, "starts": r.starts, "ends": r.ends} for r in read.reasons],
        remarks=[str(r.value) for r in read.remarks],
    )  # fmt: skip
