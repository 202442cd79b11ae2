"""What is stored about people: one's own page, what everybody may read, and what the owner's people see."""

from tests.matrix.cast import EVERYBODY, KNOWN
from tests.matrix.row import BOTH, GET, POST, Row

KEEPERS = frozenset({"carl", "adam"})

ROWS = {
    "privacy:about_me": Row(GET, KNOWN),
    "privacy:download": Row(GET, KNOWN),
    "privacy:statement": Row(GET, EVERYBODY, open=True),
    "privacy:accessibility": Row(GET, EVERYBODY, open=True),
    "privacy:fault": Row(BOTH, EVERYBODY, body={"text": "Siden er tom"}, open=True),
    "privacy:fault_told": Row(GET, EVERYBODY, open=True),
    "privacy:security": Row(GET, EVERYBODY, open=True, shown=frozenset({404})),
    "privacy:faults": Row(GET, KEEPERS),
    "privacy:read_fault": Row(POST, {"told": KEEPERS}, "fault"),
    "privacy:state": Row(BOTH, KEEPERS, body={"officer": "ombud@prove.invalid"}),
}
#: What somebody wrote about a fault is read by those who look after the system.
KNOWS = {"fault": lambda _name: KEEPERS}
