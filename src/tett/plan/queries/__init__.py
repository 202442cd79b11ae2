"""Reading the plan."""

from tett.plan.queries.editions import draft_of, edition_in_force, editions_of, in_force_at
from tett.plan.queries.public import Booklet, booklet
from tett.plan.queries.review import ReviewPage, commitment_in_draft, passage_in_draft, review_page

__all__ = [
    "Booklet",
    "ReviewPage",
    "booklet",
    "commitment_in_draft",
    "draft_of",
    "edition_in_force",
    "editions_of",
    "in_force_at",
    "passage_in_draft",
    "review_page",
]
