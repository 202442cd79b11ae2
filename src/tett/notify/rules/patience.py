"""How long to wait, how often to try, and when a server's no is the last word."""

import re
from datetime import datetime, timedelta

#: So long may somebody who has taken a letter have it; longer than a batch takes even when the server is slow.
LEASE = timedelta(minutes=15)
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360))
#: Tries that the server itself put off: with the waits above, a little more than three days.
TRIES = 16
#: The server's numbers for a mailbox that isn't there, or that takes no mail (RFC 5321, 4.2.3).
NO_MAILBOX = {550, 551, 553}
#: The first digits of an enhanced status (RFC 3463) that speaks of the way mail goes or of policy, not of the address.
NOT_THE_ADDRESS = re.compile(r"5\.[347]\.")


def wait_after(failures: int) -> timedelta:
    """Give how long to wait after so many failures in a row."""
    return WAITS[min(max(failures, 1), len(WAITS)) - 1]


def may_try(next_at: datetime | None, at: datetime) -> bool:
    """Tell whether the time has come; one further off than any wait was set by a clock that has been put right."""
    return next_at is None or next_at <= at or next_at > at + WAITS[-1]


def closes_address(code: int, said: str) -> bool:
    """Tell whether the server's no to a recipient is about that address, and will be the same tomorrow."""
    return code in NO_MAILBOX and not NOT_THE_ADDRESS.match(said.strip())
