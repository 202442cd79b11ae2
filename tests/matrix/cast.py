"""Who knocks, and what each may know: written down apart from the rules, so that both must be wrong to agree."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from tests.matrix import rows

STRANGER = "stranger"
LEADERS = frozenset({"rita", "dag"})
HEADS = frozenset({"hanne", "harald"})
TEACHERS = frozenset({"kari", "kurt", "sven", "vik"})
STAFF = LEADERS | HEADS | TEACHERS | {"sofie", "cato", "nina"}
IN_1NAA = frozenset({"ola", "siri", "per", "ada", "leon"})
IN_1TIA = frozenset({"tiril", "bodil"})
STUDENTS = IN_1NAA | IN_1TIA
ELECTED = frozenset({"siri", "bodil"})
#: Guardians with a right or a consent today; the student each follows is in 1NAA.
GUARDIANS = {"guro": "ola", "anne": "ada", "grete": "per", "lars": "leon"}
#: Everybody who is registered as something to a student, with a right today or without.
WARDS = {**GUARDIANS, "finn": "ola", "mona": "leon"}
ELSEWHERE_STAFF = frozenset({"petra", "otto"})
ELSEWHERE = ELSEWHERE_STAFF | {"oda"}
#: They have a log-in and nothing today: yesterday's temp, a parent without parental responsibility, the mother of
#: an adult who hasn't consented, and one who never had a role.
NO_ROLE = frozenset({"vera", "finn", "mona", "nils"})
HERE = STAFF | STUDENTS | set(GUARDIANS)
#: Everybody with a role today; Carl works for the county, Adam keeps the system, Elin is from outside.
KNOWN = HERE | ELSEWHERE | {"carl", "adam", "elin"}
PERSONAS = (STRANGER, *sorted(KNOWN), *sorted(NO_ROLE))
EVERYBODY = frozenset(PERSONAS)

FOLLOW_1NAA = LEADERS | {"hanne"}
FOLLOW_1TIA = LEADERS | {"harald"}
#: Who sees a task, by what the scene calls it.
TASKS = {
    "class": FOLLOW_1NAA | {"kari"},
    "student": FOLLOW_1NAA | {"kari"},
    "rep": FOLLOW_1NAA | {"siri"},
    "tia": FOLLOW_1TIA | {"kurt"},
    "principal": LEADERS,
    "lent": FOLLOW_1NAA | {"sven", "cato"},
    "done": FOLLOW_1NAA | {"kari"},
    "aside": FOLLOW_1NAA | {"kari"},
    "temp": FOLLOW_1NAA,
    "oa": ELSEWHERE_STAFF,
    "oadone": ELSEWHERE_STAFF,
}
FIND = {
    "ola": STAFF | {"ola", "guro"},
    "ada": STAFF | {"ada", "anne"},
    "leon": STAFF | {"leon", "lars"},
    "kari": STAFF,
    "guro": frozenset({"guro"}),
    "vera": frozenset[str](),
    "oda": ELSEWHERE,
    "carl": frozenset({"carl"}),
}
_OVER_1NAA = LEADERS | HEADS | {"kari"}
_OVER_1TIA = LEADERS | HEADS | {"kurt"}
REACH = {
    **dict.fromkeys(("ola", "siri", "leon", "guro", "lars"), _OVER_1NAA),
    **dict.fromkeys(("tiril", "bodil"), _OVER_1TIA),
    **dict.fromkeys((*STAFF, "elin", "adam"), LEADERS | HEADS),
    "ada": frozenset({"sofie"}),
    **dict.fromkeys(ELSEWHERE_STAFF, frozenset({"petra"})),
    "oda": ELSEWHERE_STAFF,
}


def _of_student(name: str) -> frozenset[str]:
    classmates = IN_1NAA if name in IN_1NAA else IN_1TIA
    follow = {guardian for guardian, ward in GUARDIANS.items() if ward == name}
    # Whom a class has elected is told to its guardians too; those who are elected look after each other's tasks.
    told = frozenset(GUARDIANS) if name == "siri" else frozenset[str]()
    return STAFF | classmates | follow | told | (ELECTED if name in ELECTED else set())


def _name(name: str) -> frozenset[str]:
    if name in STUDENTS:
        return _of_student(name)
    if name in STAFF:
        # Who leads a school is told to everybody, who works there to those who have to do with it; whoever appoints
        # leaders knows the deputy too.
        others = HERE | {"adam", "elin"} | ({"carl"} if name == "dag" else set())
        return EVERYBODY if name == "rita" else others
    if name in {"carl", "adam"}:
        # Who acts for the owner is known to those who set up for it; who keeps a school's system to its staff.
        return frozenset({"carl", "adam"}) | (STAFF if name == "adam" else frozenset())
    if name in ELSEWHERE:
        return EVERYBODY if name == "petra" else ELSEWHERE
    if name in WARDS:
        # Those who lead a school keep what guardians are to its students; a student knows their own.
        return LEADERS | {WARDS[name]} | (_OVER_1NAA if name in {"lars", "guro"} else frozenset())
    return {"vera": LEADERS | {"hanne"}, "elin": STAFF | {"adam"}}.get(name, frozenset())


def _of_task(name: str) -> frozenset[str]:
    return TASKS[name]


def _reach(name: str) -> frozenset[str]:
    return REACH.get(name, frozenset())


#: Who may meet a word of each kind that was planted in the scene, besides the one whose it is.
KNOWS: dict[str, Callable[[str], frozenset[str]]] = {
    "name": _name,
    "mail": _reach,
    "phone": _reach,
    "address": _reach,
    "duty": _of_task,
    "note": _of_task,
    "link": _of_task,
    "file": _of_task,
    "reason": _of_task,
    "own": lambda _name: frozenset(),
    "draft": lambda school: frozenset({"petra"}) if school == "annen" else LEADERS | HEADS,
}


def knows() -> dict[str, Callable[[str], frozenset[str]]]:
    """Give the list above with what the rooms have planted besides."""
    modules = [import_module(f"{rows.__name__}.{module.name}") for module in iter_modules(rows.__path__)]
    return KNOWS | {kind: who for module in modules for kind, who in getattr(module, "KNOWS", {}).items()}


def may_know(persona: str, kind: str, name: str) -> bool:
    """Tell whether somebody may meet a planted word."""
    return persona == name or persona in knows()[kind](name)
