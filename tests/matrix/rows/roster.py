"""Lists that are read in, and what was put right by hand: for those who lead the school."""

from tests.matrix.cast import LEADERS
from tests.matrix.row import BOTH, GET, POST, Row

PETRA = frozenset({"petra"})
PRINCIPALS = LEADERS | PETRA
OF_SCHOOL = {"jonsberg": LEADERS, "annen": PETRA}
WAITING = {"jonsberg2": LEADERS, "annen2": PETRA}
LED = frozenset({200, 204, 302})

ROWS: dict[str, Row] = {
    "roster:imports": Row(GET, PRINCIPALS),
    "roster:new": Row(BOTH, PRINCIPALS),
    "roster:about_columns": Row(GET, PRINCIPALS),
    "roster:empty_list": Row(GET, {"students": PRINCIPALS}, "kind of list"),
    "roster:corrections": Row(GET, PRINCIPALS),
    "roster:release": Row(POST, {"ola": LEADERS, "oda": PETRA}, "correction"),
    "roster:one": Row(GET, OF_SCHOOL | WAITING, "list", shown=LED),
    "roster:columns": Row(BOTH, WAITING, "list", body={"holds": "students"}),
    "roster:confirm": Row(POST, OF_SCHOOL, "list"),
    "roster:again": Row(POST, OF_SCHOOL | WAITING, "list"),
    "roster:drop": Row(POST, OF_SCHOOL, "list"),
    "roster:odd": Row(GET, OF_SCHOOL, "list"),
}
#: Who may read what stands in a list.
KNOWS = {"list": lambda name: OF_SCHOOL.get(name, frozenset())}
