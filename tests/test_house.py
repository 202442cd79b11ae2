"""The rules of the house that no linter knows: what each file may hold, and how big it may be."""

import ast
import re
from statistics import median

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from tools.environment import REQUIREMENTS, ROOT
from tools.source import Module, modules, shown, tracked

LONGEST_FILE, LONGEST_FUNCTION, USUAL_FUNCTION = 300, 40, 10

#: Rooms that hold no domain: their files have names of their own, and no actor stands behind what they do.
SERVICES = {"base", "config", "documents", "ui"}
#: What a room is made of; a file may know only those after it, and its own.
FLOORS = [
    {"apps", "urls", "middleware", "management", "templatetags"},
    {"views", "api", "jobs", "admin", "receivers"},
    {"forms"},
    {"actions"},
    {"messages", "exports"},
    {"queries"},
    {"access"},
    {"models"},
    {"rules"},
    {"words"},
]
DOORS = {"models", "words", "rules", "queries", "actions", "access"}
#: Queries that find out who the actor is, so that they can't be given one.
BEFORE_THERE_IS_AN_ACTOR = {
    "tett.people.queries.actor.actor_for",
    "tett.people.queries.actor.stranger",
}
WRITES = {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "save", "delete", "executemany"}


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _own_code() -> list[Module]:
    """Give all Python that we keep in shape: the package, its tests, the tools."""
    paths = [path for path in tracked() if path.suffix == ".py" and "migrations" not in path.parts]
    return [Module(path) for path in paths]


def test_no_file_is_longer_than_one_can_keep_in_mind() -> None:
    lengths = {module.name: len(module.path.read_text("utf-8").splitlines()) for module in _own_code()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{module.name}.{f.name}" for module in _own_code() for f in module.functions() if _length(f) > LONGEST_FUNCTION
    ]
    assert long == []


def test_most_functions_are_short() -> None:
    assert median(_length(f) for module in modules() for f in module.functions()) < USUAL_FUNCTION


def _may_touch_tables(module: Module) -> bool:
    at_home = module.kind in {"queries", "actions", "access", "models"} or module.room == "access"
    return at_home or _is_demo(module)


def _is_demo(module: Module) -> bool:
    return module.room == "config" and "demo" in module.parts


def test_only_queries_and_actions_touch_tables() -> None:
    touching = {
        f"{module.name}:{node.lineno}"
        for module in modules()
        if not _may_touch_tables(module)
        for node in module.attributes()
        if node.attr in {"objects", "_default_manager", "_base_manager"}
    }
    assert touching == set()


def _writes(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute) or ast.unparse(call.func.value) == "super()":
        return False  # what a library's own class does when it is asked to is the library's
    # A dict has an update too, but not by keywords and not after a filter.
    return call.func.attr in WRITES or (call.func.attr == "update" and bool(call.keywords))


def test_only_actions_write() -> None:
    writing = {
        f"{module.name}:{call.lineno}"
        for module in modules()
        if module.kind != "actions" and not _is_demo(module)
        for call in module.calls()
        if _writes(call)
    }
    assert writing == set()


def test_every_action_says_who_acts() -> None:
    silent = {
        f"{module.name}.{function.name}"
        for module in modules()
        if module.kind == "actions" and module.room not in SERVICES
        for function in module.public()
        if "by" not in {argument.arg for argument in function.args.kwonlyargs}
    }
    assert silent == set()


def test_every_query_says_who_asks() -> None:
    silent = {
        f"{module.name}.{function.name}"
        for module in modules()
        if module.kind == "queries" and module.room not in SERVICES
        for function in module.public()
        if [argument.arg for argument in function.args.args[:1]] not in (["actor"], ["_actor"])
    }
    assert silent - BEFORE_THERE_IS_AN_ACTOR == set()


def test_a_room_is_made_of_the_files_that_every_room_is_made_of() -> None:
    known = set().union(*FLOORS)
    odd = {
        module.name
        for module in modules()
        if module.room not in SERVICES and module.kind and module.kind not in known | {"data"}
    }
    assert odd == set()


def _floor(kind: str) -> int | None:
    return next((number for number, kinds in enumerate(FLOORS) if kind in kinds), None)


def _kind_of(path: str) -> str:
    return path.split(".")[2] if path.count(".") > 1 else ""


def _looks_up(module: Module, imported: str) -> bool:
    here, there = _floor(module.kind), _floor(_kind_of(imported))
    own = imported.startswith(f"tett.{module.room}.") and _kind_of(imported) != module.kind
    return own and here is not None and there is not None and there <= here


def test_inside_a_room_a_file_knows_only_those_below_it() -> None:
    up = {f"{module.name} -> {path}" for module in modules() for path in module.imports() if _looks_up(module, path)}
    assert up == set()


def _through_the_wall(module: Module, imported: str) -> bool:
    parts = imported.split(".")
    foreign = parts[0] == "tett" and len(parts) > 2 and parts[1] != module.room
    return foreign and parts[1] not in SERVICES and parts[2] not in DOORS


def test_neighbours_enter_by_the_open_doors() -> None:
    walls = {
        f"{module.name} -> {path}"
        for module in modules()
        if module.room != "config"
        for path in module.imports()
        if _through_the_wall(module, path)
    }
    assert walls == set()


def test_the_demo_is_known_to_nobody() -> None:
    knowing = {
        module.name
        for module in modules()
        if not _is_demo(module)
        for path in module.imports()
        if path.startswith("tett.config.demo")
    }
    assert knowing == set()


def test_migrations_go_in_one_line() -> None:
    loader = MigrationLoader(None)
    assert loader.detect_conflicts() == {}
    for app in apps.get_app_configs():
        names = sorted(name for label, name in loader.disk_migrations if label == app.label)
        if app.name.startswith("tett."):
            assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]


def _text(suffixes: set[str]) -> dict[str, str]:
    return {shown(path): path.read_text("utf-8") for path in tracked() if path.suffix in suffixes or not path.suffix}


def _lines(pattern: str, suffixes: set[str]) -> list[str]:
    found = re.compile(pattern)
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in _text(suffixes).items()
        for number, line in enumerate(text.splitlines(), 1)
        if found.search(line) and name != "tests/test_house.py"
    ]


CODE = {".py", ".html", ".css", ".js", ".sh"}
ALL = CODE | {".md", ".txt", ".in", ".toml", ".json", ".po", ".yaml", ".cfg"}


def test_nothing_committed_tells_of_one_machine() -> None:
    assert (
        _lines(r"(?<![\w.])/(work|root|home/\w+|tmp)/\w|registry\.npmjs|pythonhosted|pypi\.org|deb\.debian", ALL) == []
    )


def test_nothing_is_left_to_do() -> None:
    assert (
        _lines(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b|(?i:kommer snart|coming soon|lorem ipsum)", CODE) == []
    )


def test_whoever_silences_a_check_says_why() -> None:
    assert (
        _lines(r"# noqa(?!: [A-Z0-9, ]+ - \w)|# type: ignore(?!\[[\w, -]+\] +# \w)|# nosec(?! [\w, ]+- \w)", {".py"})
        == []
    )


def test_no_test_is_skipped() -> None:
    assert _lines(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b", {".py"}) == []


def test_no_lock_is_older_than_what_it_locks() -> None:
    for source in REQUIREMENTS.glob("*.in"):
        wanted = re.findall(r"^([a-z0-9][a-z0-9-]*)", source.read_text("utf-8").lower(), re.MULTILINE)
        locked = re.findall(r"^([a-z0-9-]+)==", source.with_suffix(".txt").read_text("utf-8").lower(), re.MULTILINE)
        assert set(wanted) - set(locked) == set(), source.name


def test_no_lock_holds_an_address() -> None:
    locks = [*REQUIREMENTS.glob("*.txt"), ROOT / "package-lock.json"]
    addresses = [line for lock in locks for line in lock.read_text("utf-8").splitlines() if "://" in line]
    assert [line for line in addresses if "sponsors" not in line] == []
