"""The start of a school."""

from tests.cast import TODAY
from tests.matrix.cast import LEADERS
from tests.matrix.row import BOTH, GET, NOBODY, POST, Row

OWNERS = frozenset({"carl", "adam"})
HERE = {"jonsberg": LEADERS | {"carl"}, "annen": frozenset({"petra", "carl"})}
DEPARTMENTS = {"naturbruk": LEADERS | {"carl"}}
SOMEBODY = {"given_name": "Ny", "family_name": "Nyson", "email": "ny@prove.invalid"}
SCHOOL = {"name": "Tredje vgs", "short_name": "Tredje", "slug": "tredje"}
DAY = TODAY.isoformat()

ROWS = {
    # somebody can log in already: there is nothing to be first at
    "start:first": Row(BOTH, NOBODY, open=True),
    "start:guide": Row(GET, OWNERS | LEADERS | {"petra"}, shown=frozenset({200, 302})),
    "start:owner": Row(BOTH, {"prove": OWNERS}, "owner", {**SOMEBODY, "role": "county_officer"}),
    "start:new_school": Row(BOTH, {"prove": OWNERS}, "owner", SCHOOL),
    "start:end": Row(BOTH, {"rita": frozenset({"carl"}), "sven": NOBODY}, "appointment", {"ends": DAY}),
    "start:department": Row(BOTH, DEPARTMENTS, "department", {"name": "Skog"}),
    "start:drop_department": Row(POST, DEPARTMENTS, "department"),
    "start:school": Row(GET, HERE, "year"),
    "start:about": Row(BOTH, HERE, "year", SCHOOL),
    "start:departments": Row(BOTH, HERE, "year", {"name": "Skog"}),
    "start:leaders": Row(BOTH, HERE, "year", {**SOMEBODY, "role": "principal", "starts": DAY}),
    "start:route": Row(GET, HERE, "year"),
    "start:take_route": Row(POST, HERE, "year"),
}
