"""The plan as anybody may read it."""

from dataclasses import dataclass

from tett.access.rules import Actor
from tett.plan.models import Edition, Link
from tett.plan.queries.blocks import Chapter, chapters
from tett.plan.words import Review


@dataclass(frozen=True)
class Booklet:
    """An adopted edition, laid out."""

    edition: Edition
    chapters: tuple[Chapter, ...]
    links: tuple[Link, ...]


def booklet(_actor: Actor, edition: Edition) -> Booklet:
    """Lay out an adopted edition, which anybody may read (four queries)."""
    commitments = edition.commitments.exclude(review=Review.DISMISSED).order_by("order")
    return Booklet(edition, chapters(edition, commitments), tuple(edition.links.all()))
