"""Writing the plan: read in, review, adopt."""

from tett.plan.actions.adopt import adopt, discard_draft, edition_adopted
from tett.plan.actions.read_in import read_in
from tett.plan.actions.review import accept, accept_all_clear, change, dismiss, mark_passage, merge, restore, split

__all__ = [
    "accept",
    "accept_all_clear",
    "adopt",
    "change",
    "discard_draft",
    "dismiss",
    "edition_adopted",
    "mark_passage",
    "merge",
    "read_in",
    "restore",
    "split",
]
