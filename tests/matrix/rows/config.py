"""What programs that look after Tett ask for."""

from tests.matrix.cast import EVERYBODY
from tests.matrix.row import GET, Row

ROWS = {
    "health": Row(GET, EVERYBODY, open=True),
    # There is nothing without the token, which no persona has.
    "metrics": Row(GET, EVERYBODY, open=True, shown=frozenset({404})),
}
