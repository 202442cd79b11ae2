"""People and roles, as they are kept in the application."""

from tests.cast import TODAY
from tests.matrix.cast import ELSEWHERE, ELSEWHERE_STAFF, KNOWN, LEADERS, STAFF, STUDENTS, WARDS
from tests.matrix.row import BOTH, GET, NOBODY, POST, Row, all_to

DAY = TODAY.isoformat()
PRINCIPALS = LEADERS | {"petra"}
BY_STAFF = STAFF | ELSEWHERE_STAFF
PETRA = frozenset({"petra"})
#: Whom one may open: whom one finds, and those that the school one leads keeps something of.
LOOK_UP = {
    "ola": STAFF | {"ola", "guro"},
    "ada": STAFF | {"ada", "anne"},
    "leon": STAFF | {"leon", "lars"},
    "kari": STAFF,
    "guro": LEADERS | {"guro"},
    "vera": LEADERS,
    "oda": ELSEWHERE,
    "carl": frozenset({"carl"}),
}
KEEP = {
    **all_to(("ola", "ada", "leon", "kari", "guro", "vera"), LEADERS),
    "oda": PETRA,
    "carl": frozenset[str](),
}
CLASSES = {"1naa": LEADERS, "1nab": LEADERS, "1tia": LEADERS, "1oa": PETRA}
LISTS = {"1naa": STAFF, "1nab": STAFF, "1tia": STAFF, "1oa": ELSEWHERE_STAFF}
ELECTED = {"1naa": LEADERS | {"kari"}, "1nab": LEADERS, "1tia": LEADERS | {"kurt"}, "1oa": ELSEWHERE_STAFF}
PERSON = {"given_name": "Ny", "family_name": "Prøve", "language": "nb"}
PLACE = {"school_class": "x" * 16, "starts": DAY, "basis": "ch5", "lodging": "home"}
ROLE = {"role": "nurse", "school": "x" * 16, "starts": DAY}
RIGHT = {"right": "parental", "source": "Et brev", "starts": DAY}
#: A leader gives roles and temps to whom they may open, others find no such page.
GIVE = {name: who & PRINCIPALS for name, who in LOOK_UP.items()}
#: Only those who are something at the school can leave it.
LEAVE = {name: who & PRINCIPALS if name not in {"guro", "vera"} else NOBODY for name, who in LOOK_UP.items()}

ROWS: dict[str, Row] = {
    "people:everybody": Row(GET, BY_STAFF),
    "people:who_may_what": Row(GET, KNOWN),
    "people:new_student": Row(BOTH, PRINCIPALS, body=PERSON | PLACE | {"birth_date": DAY}),
    "people:new_staff": Row(BOTH, PRINCIPALS, body=PERSON | ROLE),
    "people:person": Row(GET, LOOK_UP, "person", logged=True),
    "people:correct": Row(BOTH, KEEP, "person", PERSON),
    "people:contact": Row(BOTH, KEEP, "person", {"phone": "000"}, logged=True),
    "people:protection": Row(BOTH, KEEP, "person", {"skjermet": "ja"}),
    "people:add_reader": Row(POST, KEEP, "person", {"reader": "x" * 16}),
    "people:remove_reader": Row(POST, {"ada": LEADERS}, "reader"),
    "people:give_role": Row(BOTH, GIVE, "person", ROLE),
    "people:end_role": Row(BOTH, {"kari": LEADERS, "otto": PETRA, "carl": frozenset[str]()}, "role", {"ends": DAY}),
    "people:place": Row(BOTH, KEEP, "person", PLACE),
    "people:move": Row(BOTH, {"ola": LEADERS, "oda": PETRA}, "place", {"to": "x" * 16, "starts": DAY}),
    "people:rests_on": Row(BOTH, {"ola": LEADERS, "oda": PETRA}, "place", {"basis": "ch5", "lodging": "home"}),
    "people:guardian": Row(BOTH, KEEP, "person", RIGHT | PERSON),
    "people:end_guardian": Row(BOTH, {"guro": LEADERS, "finn": LEADERS}, "right", {"ends": DAY}),
    "people:class_list": Row(GET, LISTS, "class"),
    "people:elect": Row(BOTH, ELECTED, "class", {"day": DAY}),
    "people:teachers": Row(BOTH, CLASSES, "class", {"teacher": "x" * 16, "starts": DAY}),
    "people:my_consents": Row(GET, STUDENTS | {"oda"}),
    "people:consent": Row(
        BOTH, {"guro": frozenset({"ola"}), "lars": frozenset({"leon"})}, "person", {"scope": "practical", "ends": DAY}
    ),
    "people:withdraw": Row(POST, {"lars": frozenset({"leon"})}, "consent"),
    "tasks:temp": Row(BOTH, PRINCIPALS),
    "tasks:leaving": Row(BOTH, LEAVE, "person", {"last_day": DAY}),
}

#: Where the school knows a guardian from is for those who keep it, and for the student whom it is about.
KNOWS = {"source": lambda name: LEADERS | {WARDS[name]}}
