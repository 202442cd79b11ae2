"""Who gets which calendar."""

from tests.matrix.cast import EVERYBODY, KNOWN
from tests.matrix.row import GET, POST, Row

_OWN = {"carl": frozenset({"carl"}), "kari": frozenset({"kari"})}

ROWS: dict[str, Row] = {
    # whoever has the address has the calendar: it holds no names
    "feeds:feed": Row(GET, {"carl": EVERYBODY}, "feed address", open=True),
    "feeds:mine": Row(GET, KNOWN),
    "feeds:turn_on": Row(POST, KNOWN, body={"kalender": "mine"}),
    "feeds:give_another": Row(POST, _OWN, "feed"),
    "feeds:turn_off": Row(POST, _OWN, "feed"),
}
