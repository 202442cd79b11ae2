"""Notices, and what one chooses to get: always one's own, and the school's number of days for its principal."""

from tests.matrix.cast import KNOWN, LEADERS
from tests.matrix.row import BOTH, GET, NOBODY, POST, Row

ROWS = {
    "reminders:notices": Row(GET, KNOWN),
    "reminders:look": Row(POST, {"kari": frozenset({"kari"}), "petra": frozenset({"petra"})}, "notice"),
    "reminders:read_all": Row(POST, KNOWN),
    "reminders:choose": Row(BOTH, KNOWN, body={"rhythm": "daily", "hour": "7"}),
    "reminders:address_again": Row(POST, KNOWN),
    "reminders:routine": Row(BOTH, LEADERS | {"petra"}, body={"days": "4"}),
}
KNOWS = {"notice": lambda _name: NOBODY}
