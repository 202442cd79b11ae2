"""Who gets the plan as a file, and who sends one in; the plan's other rows stand in the table itself."""

from tests.matrix.cast import EVERYBODY, HEADS, LEADERS
from tests.matrix.row import BOTH, GET, NOBODY, Row, all_to

_PLANNERS = LEADERS | {"petra"}
_FORMS = ("pdf", "word")

ROWS: dict[str, Row] = {
    # with nothing on its way it leads back to where one chooses a document
    "plan:reading": Row(GET, _PLANNERS, shown=frozenset({200, 302})),
    "plan:draft_paper": Row(BOTH, all_to(_FORMS, _PLANNERS | HEADS), "form"),
    "plan-public:paper": Row(
        BOTH,
        all_to(("jonsberg1-pdf", "jonsberg1-word", "annen1-pdf"), EVERYBODY)
        | all_to(("jonsberg2-pdf", "annen2-word"), NOBODY),
        "paper",
        open=True,
    ),
}
