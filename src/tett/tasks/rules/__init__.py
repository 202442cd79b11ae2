"""What may become of a task, and when it is late."""

from tett.tasks.rules.closing import (
    NOTE_LIMIT,
    check_evidence,
    check_happened,
    check_may_complete,
    check_may_settle,
    check_move,
    check_note,
    check_period,
    check_reason,
)
from tett.tasks.rules.files import Attached, check_file, clean_name
from tett.tasks.rules.tally import Tally
from tett.tasks.rules.weeks import sunday_of, time_of

__all__ = [
    "NOTE_LIMIT",
    "Attached",
    "Tally",
    "check_evidence",
    "check_file",
    "check_happened",
    "check_may_complete",
    "check_may_settle",
    "check_move",
    "check_note",
    "check_period",
    "check_reason",
    "clean_name",
    "sunday_of",
    "time_of",
]
