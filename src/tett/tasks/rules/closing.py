"""What it takes to close, move and hand over a task."""

from datetime import date
from urllib.parse import urlsplit

from tett.base.rules import Refusal
from tett.calendar.rules import school_year_of
from tett.tasks import words
from tett.tasks.words import Evidence, State

#: Characters; some three printed pages. What is longer belongs in a document.
NOTE_LIMIT = 10_000
LINK_LIMIT = 500


def check_may_complete(state: str) -> None:
    """Refuse to complete what was called off or found not to be relevant."""
    if state == State.CANCELLED:
        raise Refusal(words.CANCELLED_ALREADY)
    if state == State.NOT_RELEVANT:
        raise Refusal(words.NOT_RELEVANT_ALREADY)


def check_may_settle(state: str) -> None:
    """Refuse to put aside what is already closed."""
    if state == State.CANCELLED:
        raise Refusal(words.CANCELLED_ALREADY)
    if state != State.OPEN:
        raise Refusal(words.CLOSED_ALREADY)


def check_happened(happened_on: date, due: date, today: date) -> None:
    """Refuse a day that hasn't been, or that belongs to another school year than the task."""
    if happened_on > today:
        raise Refusal(words.IN_THE_FUTURE)
    if school_year_of(happened_on) < school_year_of(due):
        raise Refusal(words.TOO_LONG_AGO)


def check_evidence(kind: str, note: str, link: str, *, has_file: bool) -> None:
    """Refuse when what completes the task is missing."""
    if kind == Evidence.NOTE and not note:
        raise Refusal(words.NOTE_NEEDED)
    if kind == Evidence.FILE and not (link or has_file):
        raise Refusal(words.LINK_OR_FILE_NEEDED)


def check_note(note: str, link: str = "") -> None:
    """Refuse a note that is too long and a link that isn't one."""
    if len(note) > NOTE_LIMIT:
        raise Refusal(words.NOTE_TOO_LONG.format(limit=NOTE_LIMIT))
    if link and not _is_link(link):
        raise Refusal(words.LINK_NOT_UNDERSTOOD)


def _is_link(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and len(link) <= LINK_LIMIT


def check_reason(reason: str) -> None:
    """Refuse to put aside or move without saying why."""
    if not reason:
        raise Refusal(words.REASON_NEEDED)
    check_note(reason)


def check_move(new_due: date, opens: date, due: date, today: date) -> None:
    """Refuse a day before the task opens, one that has been, or one in another school year."""
    if school_year_of(new_due) != school_year_of(due):
        raise Refusal(words.ANOTHER_YEAR)
    if new_due < opens:
        raise Refusal(words.BEFORE_OPENING.format(opens=f"{opens:%d.%m.%Y}"))
    if new_due < today:
        raise Refusal(words.DAY_HAS_PASSED)


def check_period(starts: date, ends: date, today: date) -> None:
    """Refuse a period that ends before it starts, or that is over."""
    if ends < starts:
        raise Refusal(words.ENDS_BEFORE_START)
    if ends < today:
        raise Refusal(words.PERIOD_HAS_PASSED)
