"""Writing what becomes of tasks."""

from tett.tasks.actions.complete import add_proof, complete
from tett.tasks.actions.draft import save_draft
from tett.tasks.actions.hand import end_handover, hand_over, reassign
from tett.tasks.actions.settle import mark_not_done, mark_not_relevant, move, reopen

__all__ = [
    "add_proof",
    "complete",
    "end_handover",
    "hand_over",
    "mark_not_done",
    "mark_not_relevant",
    "move",
    "reassign",
    "reopen",
    "save_draft",
]
