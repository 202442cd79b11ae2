"""Writing the plan: read in, review, adopt."""

from tett.plan.actions.adopt import adopt, discard_draft, edition_adopted
from tett.plan.actions.papers import make_paper, order_missing, order_paper, paper_ordered
from tett.plan.actions.read_in import read_in
from tett.plan.actions.review import accept, accept_all_clear, change, dismiss, mark_passage, merge, restore, split
from tett.plan.actions.send_in import document_sent, read_sent, send_in

__all__ = [
    "accept",
    "accept_all_clear",
    "adopt",
    "change",
    "discard_draft",
    "dismiss",
    "document_sent",
    "edition_adopted",
    "make_paper",
    "mark_passage",
    "merge",
    "order_missing",
    "order_paper",
    "paper_ordered",
    "read_in",
    "read_sent",
    "restore",
    "send_in",
    "split",
]
