"""Reading lists in: received, checked, confirmed, written, let go of."""

from tett.roster.actions.check import check
from tett.roster.actions.receive import map_columns, receive
from tett.roster.actions.tidy import drop, tidy_lists
from tett.roster.actions.write import confirm, write

__all__ = ["check", "confirm", "drop", "map_columns", "receive", "tidy_lists", "write"]
