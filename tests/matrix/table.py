"""Every route: how it is asked, for what, and who gets it. A route without a row fails the matrix."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from tests.cast import TODAY
from tests.matrix import rows as of_rooms
from tests.matrix.cast import (
    ELSEWHERE,
    ELSEWHERE_STAFF,
    EVERYBODY,
    FIND,
    FOLLOW_1NAA,
    FOLLOW_1TIA,
    GUARDIANS,
    HEADS,
    HERE,
    IN_1NAA,
    IN_1TIA,
    KNOWN,
    LEADERS,
    STAFF,
    STUDENTS,
    TASKS,
)
from tests.matrix.row import BOTH, DONE, GET, NOBODY, POST, SHOWN, Row, Who, all_to

__all__ = ["BOTH", "DONE", "GET", "NOBODY", "POST", "ROWS", "SHOWN", "Row", "Who"]

PLANNERS = LEADERS | {"petra"}
BOARD = LEADERS | HEADS | {"petra"}
LEARNERS = STUDENTS | set(GUARDIANS)
BY_STAFF = STAFF | ELSEWHERE_STAFF
AT_A_SCHOOL = HERE | ELSEWHERE | {"adam", "elin"}
BOTH_SCHOOLS = all_to(("jonsberg", "annen"), EVERYBODY)
DRAFTS = {"jonsberg-draft": LEADERS, "annen-draft": frozenset({"petra"})} | all_to(
    ("jonsberg-adopted", "annen-adopted"), NOBODY
)
CELLS = {
    "class-1naa": FOLLOW_1NAA, "class-1tia": NOBODY, "tia-1tia": FOLLOW_1TIA, "principal-skolen": LEADERS,
    "oa-1oa": frozenset({"petra"}), "oa-1naa": NOBODY,
}  # fmt: skip
CLASSES = {"1naa": STAFF | IN_1NAA, "1nab": STAFF, "1tia": STAFF | IN_1TIA, "1oa": ELSEWHERE}
YEARS = {
    "jonsberg": STAFF | LEARNERS | {"carl"},
    "annen": ELSEWHERE | {"carl"},
}
DAY = TODAY.isoformat()
PERIOD = {"starts": DAY, "ends": DAY, "taker": "x" * 16}
CHANGE = {"title": "Endret", "bearer": "principal", "audience": "school", "rhythm": "all_year", "evidence": "note"}
WORDS = {"note": "Et notat", "link": "", "reason": "En grunn"}


def _of_tasks(methods: tuple[str, ...], **body: Any) -> Row:
    return Row(methods, TASKS, "task", body)


def _of_drafts(methods: tuple[str, ...], **body: Any) -> Row:
    return Row(methods, DRAFTS, "commitment", body)


ROWS: dict[str, Row] = {
    # the doors
    "login": Row(BOTH, EVERYBODY, body={"username": "nobody", "password": "x"}, open=True),
    "logout": Row(POST, EVERYBODY, open=True),
    "ui:prefer": Row(POST, EVERYBODY, body={"sprak": "nn"}, open=True),
    "overview:start": Row(GET, EVERYBODY, open=True, shown=frozenset({200, 302})),
    # what everybody may read
    "front": Row(GET, BOTH_SCHOOLS, "school", open=True),
    "plan-public:current": Row(GET, BOTH_SCHOOLS, "school", open=True),
    "plan-public:tell": Row(GET, BOTH_SCHOOLS, "school", open=True),
    "plan-public:rights": Row(GET, BOTH_SCHOOLS, "school", open=True),
    "plan-public:edition": Row(
        GET, all_to(("jonsberg1", "annen1"), EVERYBODY) | all_to(("jonsberg2", "annen2"), NOBODY), "edition", open=True
    ),
    # the overviews
    "overview:my_day": Row(GET, KNOWN),
    "overview:board": Row(GET, BOARD),
    "overview:line": Row(
        GET, {"class": FOLLOW_1NAA, "tia": FOLLOW_1TIA, "principal": LEADERS, "oa": frozenset({"petra"})}, "line"
    ),
    "overview:cell": Row(GET, CELLS, "cell"),
    "overview:school": Row(GET, BY_STAFF | {"carl", "adam"}),
    "overview:me": Row(GET, KNOWN),
    "overview:coverage": Row(GET, BY_STAFF),
    "overview:county": Row(GET, frozenset({"carl"})),
    # people
    "people:classes": Row(GET, KNOWN),
    "people:class": Row(GET, CLASSES, "class", logged=True),
    "people:person": Row(GET, FIND, "person", logged=True),
    # tasks
    "tasks:mine": Row(GET, KNOWN),
    "tasks:team": Row(GET, BOARD),
    "tasks:hand_over": Row(BOTH, KNOWN, body=PERIOD),
    "tasks:end_handover": Row(POST, {"lent": LEADERS | {"sven", "cato"}}, "handover"),
    "tasks:file": Row(GET, {"done": TASKS["done"], "oadone": TASKS["oadone"]}, "file"),
    "tasks:task": _of_tasks(GET),
    "tasks:done": _of_tasks(POST, happened_on=DAY, **WORDS),
    "tasks:undo": _of_tasks(POST),
    "tasks:not_done": _of_tasks(POST, **WORDS),
    "tasks:not_relevant": _of_tasks(POST, **WORDS),
    "tasks:move": _of_tasks(POST, new_due=DAY, **WORDS),
    "tasks:add": _of_tasks(POST, **WORDS),
    "tasks:draft": _of_tasks(POST, **WORDS),
    "tasks:hand_over_one": _of_tasks(BOTH, **PERIOD),
    # who sees a task and may not give it away gets a sentence
    "tasks:give": Row(BOTH, TASKS, "task", {"to": "x" * 16}, shown=frozenset({200, 422})),
    # the plan
    "plan:in_force": Row(GET, AT_A_SCHOOL),
    "plan:my_role": Row(GET, AT_A_SCHOOL),
    "plan:read_in": Row(BOTH, PLANNERS, body={"text": "Handlingsplan\n\nLærerne\n\n• Ser hver elev hver dag."}),
    "plan:review": Row(GET, LEADERS | HEADS | {"petra"}),
    "plan:accept_clear": Row(POST, PLANNERS),
    "plan:accept": _of_drafts(POST),
    "plan:dismiss": _of_drafts(POST),
    "plan:restore": _of_drafts(POST),
    "plan:change": _of_drafts(BOTH, **CHANGE),
    "plan:split": _of_drafts(BOTH, first="Det ene.", second="Det andre."),
    "plan:merge": Row(BOTH, DRAFTS, "commitment", {"into": "itself"}),
    "plan:mark": Row(POST, DRAFTS, "passage"),
    "plan:adopt": Row(BOTH, PLANNERS),
    "plan:adopted": Row(GET, PLANNERS),
    "plan:discard": Row(BOTH, PLANNERS),
    # the year
    "year:wheel": Row(GET, BY_STAFF | LEARNERS | {"oda", "carl"}),
    "year:school": Row(GET, YEARS, "year"),
    "year:duty": Row(GET, YEARS, "promise"),
    "year:preview": Row(BOTH, PLANNERS),
    "year:preview_draft": Row(GET, PLANNERS),
}

# The rooms that keep their rows beside this table
for _module in iter_modules(of_rooms.__path__):
    ROWS |= import_module(f"{of_rooms.__name__}.{_module.name}").ROWS
