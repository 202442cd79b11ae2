"""Coming in, one's own ways in, and letting others in."""

from tests.matrix.cast import EVERYBODY, KNOWN, LEADERS
from tests.matrix.row import BOTH, GET, POST, Row, all_to

PETRA, CARL = frozenset({"petra"}), frozenset({"carl"})
OWN = {"carl": CARL, "kari": frozenset({"kari"})}
WITH_KARI = LEADERS | {"kari"}
#: Whom one may invite: staff by those who lead or keep the system, others by those they have to do with.
INVITE = {
    **all_to(("ola", "ada", "leon", "guro"), WITH_KARI),
    "kari": LEADERS | {"adam"},
    "rita": LEADERS | {"adam", "carl"},
    "oda": frozenset({"petra", "otto"}),
    "carl": CARL,
    "vera": frozenset[str](),
    # Where Anne lives is nobody's to know, and a list of guardians tells whose she is.
    "anne": frozenset[str](),
}
#: Whom one may help in: those that the school one leads keeps something of, and those who lead it.
HELP = {
    **all_to(("ola", "ada", "leon", "guro", "kari", "vera", "anne"), LEADERS),
    "rita": frozenset({"dag", "carl"}),
    "oda": PETRA,
    "carl": frozenset[str](),
}
EITHER = {name: INVITE[name] | HELP[name] | (LEADERS if name == "rita" else frozenset()) for name in INVITE}
GROUPS = {
    "staff": LEADERS | {"adam"},
    "1naa": WITH_KARI,
    "guardians": WITH_KARI,
    "1tia": LEADERS | {"kurt"},
    "1oa": frozenset({"petra", "otto"}),
    "owner": CARL,
}
INVITERS = frozenset[str]().union(*GROUPS.values())
LED = frozenset({200, 302})
NEW = {"new": "en lang nok setning", "again": "en lang nok setning"}

ROWS: dict[str, Row] = {
    # the doors
    "entry:second": Row(BOTH, EVERYBODY, body={"code": "000000"}, open=True, shown=LED),
    "entry:passkey_asked": Row(POST, EVERYBODY, open=True),
    "entry:passkey_in": Row(POST, EVERYBODY, body={"answer": "{}"}, open=True),
    "entry:forgotten": Row(BOTH, EVERYBODY, body={"who": "nobody"}, open=True),
    "entry:welcome": Row(BOTH, EVERYBODY, body={"code": "AAAA"}, open=True),
    "entry:welcome_asked": Row(POST, EVERYBODY, open=True),
    "entry:welcome_made": Row(POST, EVERYBODY, body=NEW, open=True),
    # nobody has set up Feide here
    "entry:outside": Row(GET, {"feide": EVERYBODY}, "provider", open=True, shown=frozenset({404})),
    "entry:back": Row(GET, {"feide": EVERYBODY}, "provider", open=True, shown=frozenset({404})),
    "entry:left": Row(GET, {"feide": EVERYBODY}, "provider", open=True, shown=frozenset({404})),
    # one's own
    "entry:security": Row(GET, KNOWN),
    "entry:set_up": Row(GET, KNOWN, shown=LED),
    "entry:app": Row(BOTH, KNOWN, body={"code": "000000"}),
    "entry:app_off": Row(POST, KNOWN),
    "entry:codes": Row(GET, KNOWN),
    "entry:codes_new": Row(POST, KNOWN),
    "entry:codes_kept": Row(POST, KNOWN),
    "entry:password": Row(BOTH, KNOWN, body=NEW),
    "entry:visits_end": Row(POST, KNOWN),
    "entry:visit_end": Row(POST, OWN, "visit"),
    "entry:passkey_new": Row(GET, KNOWN),
    "entry:passkey_asked_new": Row(POST, KNOWN),
    "entry:passkey_add": Row(POST, KNOWN, body={"name": "x", "answer": "{}"}),
    "entry:passkey_rename": Row(POST, OWN, "passkey", {"name": "x"}),
    "entry:passkey_remove": Row(POST, OWN, "passkey"),
    "entry:prove": Row(BOTH, KNOWN, body={"password": "x"}),
    "entry:prove_asked": Row(POST, KNOWN),
    "entry:prove_shown": Row(POST, KNOWN, body={"answer": "{}"}),
    "entry:prove_done": Row(GET, KNOWN, shown=LED),
    "entry:resume": Row(GET, KNOWN, shown=LED),
    # others
    "entry:invitations": Row(GET, INVITERS),
    "entry:group": Row(GET, GROUPS, "invited group"),
    "entry:invite": Row(POST, GROUPS, "invited group", {"way": "mail"}),
    "entry:slips": Row(GET, GROUPS, "invited group"),
    "entry:help": Row(GET, EITHER, "person"),
    "entry:invite_one": Row(POST, EITHER, "person", {"way": "paper"}),
    "entry:slip": Row(GET, INVITE, "person"),
    "entry:way_in": Row(POST, EITHER, "person"),
    "entry:reset": Row(POST, HELP, "person"),
    "entry:turn": Row(POST, HELP, "person"),
}
