"""What Tett understood, beside the words that led to it."""

from dataclasses import dataclass

from tett.access.rules import Actor
from tett.plan.access import may_edit
from tett.plan.models import Commitment, Edition, Passage
from tett.plan.queries.blocks import Chapter, chapters
from tett.plan.rules.remarks import stands_in_the_way
from tett.plan.words import EditionState, Remark, Review


@dataclass(frozen=True)
class RemarkLine:
    """A remark and the commitments it is about."""

    remark: Remark
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True)
class ReviewPage:
    """The whole review, ready to show."""

    edition: Edition
    chapters: tuple[Chapter, ...]
    lines: tuple[RemarkLine, ...]
    document: tuple[Remark, ...]
    seen: int
    all: int
    clear: int
    in_the_way: tuple[Commitment, ...]

    @property
    def ready(self) -> bool:
        """Tell whether the plan can be adopted."""
        return not self.in_the_way


def review_page(_actor: Actor, edition: Edition) -> ReviewPage:
    """Give a draft with everything proposed in it; the caller has fetched it by rule (three queries)."""
    rows = list(edition.commitments.order_by("order", "pk"))
    open_rows = [c for c in rows if c.review == Review.PROPOSED]
    return ReviewPage(
        edition=edition,
        chapters=chapters(edition, rows),
        lines=_lines([c for c in rows if c.review != Review.DISMISSED]),
        document=tuple(Remark(r) for r in edition.remarks),
        seen=len(rows) - len(open_rows),
        all=len(rows),
        clear=sum(not c.remarks for c in open_rows),
        in_the_way=tuple(c for c in rows if stands_in_the_way(c.review, c.bearer, c.when)),
    )


def _lines(rows: list[Commitment]) -> tuple[RemarkLine, ...]:
    # What was accepted with nobody responsible still stands in the way, so it is still shown where one looks first.
    first = [c for c in rows if c.review == Review.PROPOSED or stands_in_the_way(c.review, c.bearer, c.when)]
    found = [RemarkLine(r, tuple(c for c in first if r.value in c.remarks)) for r in Remark]
    return tuple(line for line in found if line.commitments)


def commitment_in_draft(actor: Actor, public_id: str) -> Commitment | None:
    """Give a commitment of a draft that somebody may change, or None."""
    drafts = may_edit.filter(actor, Edition.objects.filter(state=EditionState.DRAFT)).values("pk")
    rows = Commitment.objects.filter(edition__in=drafts).select_related("edition__school", "passage")
    return rows.filter(public_id=public_id).first()


def passage_in_draft(actor: Actor, public_id: str) -> Passage | None:
    """Give a passage of a draft that somebody may change, or None."""
    drafts = may_edit.filter(actor, Edition.objects.filter(state=EditionState.DRAFT)).values("pk")
    rows = Passage.objects.filter(edition__in=drafts).select_related("edition__school", "section")
    return rows.filter(public_id=public_id).first()
