"""Who gets which page of the school route."""

from collections.abc import Callable

from tests.matrix.cast import ELSEWHERE, GUARDIANS, LEADERS, STAFF, STUDENTS
from tests.matrix.row import BOTH, GET, POST, Row

_HERE = STAFF | STUDENTS | set(GUARDIANS) | {"carl"}
_READ = {"jonsberg": _HERE, "annen": ELSEWHERE | {"carl"}, "fylke": frozenset({"carl"})}
_EDIT = {"jonsberg": LEADERS, "annen": frozenset({"petra"}), "fylke": frozenset({"carl"})}
_DAY = {"kind": "free", "name": "fri", "first": "2027-04-23"}
_FRAME = {"standing": "decided", "source": "", "first_day": "2026-08-17", "last_day": "2027-06-18"}

ROWS: dict[str, Row] = {
    # leads to the place one belongs to
    "route:year": Row(GET, _HERE | ELSEWHERE, shown=frozenset({200, 302})),
    "route:place": Row(GET, _READ, "route"),
    "route:month": Row(GET, _READ, "route month"),
    "route:ical": Row(GET, _READ, "route"),
    "route:table": Row(GET, _READ, "route"),
    "route:add": Row(BOTH, _EDIT, "route", _DAY),
    "route:frame": Row(BOTH, _EDIT, "route", _FRAME),
    # a year that is begun on leads to itself
    "route:begin": Row(BOTH, _EDIT, "route", {"source": "empty"}, shown=frozenset({200, 302})),
    "route:read_in": Row(BOTH, _EDIT, "route"),
    "route:day": Row(BOTH, _EDIT, "own day", _DAY),
    "route:take_away": Row(POST, _EDIT, "own day"),
    "route:amendment": Row(BOTH, _EDIT, "amendment"),
    "route:drop": Row(POST, _EDIT, "amendment"),
    "route:undo": Row(POST, _EDIT, "amendment"),
}


def _days_of(school: str) -> frozenset[str]:
    return _HERE if school == "jonsberg" else ELSEWHERE | {"carl"}


KNOWS: dict[str, Callable[[str], frozenset[str]]] = {"route": _days_of}
