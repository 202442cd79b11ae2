"""What is stored about somebody, who has seen it, and what the owner says of it."""

from tett.privacy.queries.faults import Faults, fault_for, faults, keepers, told_since
from tett.privacy.queries.mine import Group, Line, everything_about_me
from tett.privacy.queries.openings import Opening, who_has_seen_me
from tett.privacy.queries.statement import Kept, Said, declared, statement_for, statements
from tett.privacy.queries.there import tables_there

__all__ = [
    "Faults",
    "Group",
    "Kept",
    "Line",
    "Opening",
    "Said",
    "declared",
    "everything_about_me",
    "fault_for",
    "faults",
    "keepers",
    "statement_for",
    "statements",
    "tables_there",
    "told_since",
    "who_has_seen_me",
]
