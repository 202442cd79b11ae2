"""The yearly turn: for those who lead the school, each their own."""

from tests.matrix.cast import LEADERS
from tests.matrix.row import BOTH, GET, POST, Row

PETRA = frozenset({"petra"})
TURNERS = LEADERS | PETRA
PLANNED = {"jonsberg": LEADERS, "annen": PETRA}
CLASS = {"name": "3XXA", "level": "vg3", "programme": "Prøve", "department": "x"}

ROWS: dict[str, Row] = {
    "turn:guide": Row(GET, TURNERS),
    "turn:start": Row(POST, TURNERS),
    "turn:calendar": Row(BOTH, TURNERS, body={"how": "copy"}),
    "turn:classes": Row(BOTH, TURNERS),
    "turn:new_class": Row(BOTH, TURNERS, body=CLASS),
    "turn:class": Row(BOTH, PLANNED, "next class", CLASS),
    "turn:remove_class": Row(POST, PLANNED, "next class"),
    "turn:students": Row(BOTH, TURNERS, body={"where": "stopped"}),
    "turn:roles": Row(BOTH, TURNERS),
    "turn:rooms": Row(BOTH, TURNERS, body={"old_tasks": "carry"}),
    "turn:preview": Row(BOTH, TURNERS, body={"seen": "x"}),
    "turn:undo": Row(POST, TURNERS),
}
