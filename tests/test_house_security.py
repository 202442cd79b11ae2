"""What must not stand in the source because somebody could use it against us (S13; bandit looks for the rest).

Each rule is first shown to find what it is for.
"""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tools.source import PACKAGE, modules, shown

Found = Iterator[ast.AST]

#: Where a rule has an exception, and why it is none to fear.
EXCEPTIONS = {
    (
        "html",
        "tett.overview.templatetags.overview",
    ): "a thousand cells a page; every text is escaped where it is put in",
    ("html", "tett.plan.templatetags.plan"): "the law's section numbers are wrapped in a page that is escaped already",
    ("html", "tett.tasks.templatetags.tasks"): "fifty lines a page; every text is escaped where it is put in",
    ("html", "tett.ui.templatetags.wheel"): "hundreds of marks a page; every text is escaped where it is put in",
    ("sql", "tett.base.actions.bulk"): "names of our own tables, from the models; values are always parameters",
    ("sql", "tett.feeds.queries.kept"): "written by Django itself from the rules, kept; values are always parameters",
    ("sql", "tett.people.queries.actor"): "written by Django itself, kept for a day; values are always parameters",
    ("sql", "tett.plan.queries.editions"): "written by Django itself, once; values are always parameters",
    ("redirect", "tett.base.middleware"): "leads to where our own first answer led, which was checked there",
}
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "subprocess", "random", "telnetlib", "ftplib", "xml"}
UNSAFE_CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.load", "tempfile.mktemp"}
WEAK = {"hashlib.md5", "hashlib.sha1", "md5", "sha1"}
LOGS = {"debug", "info", "warning", "error", "exception", "critical"}


def _name(node: ast.AST) -> str:
    """Give a name with its dots, as written."""
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""


def _last(node: ast.AST) -> str:
    return _name(node).rpartition(".")[2]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _put_together(node: ast.AST) -> bool:
    """Tell whether a text is made of pieces."""
    if isinstance(node, ast.JoinedStr):
        return True
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod)


def _written_out(node: ast.AST) -> bool:
    """Tell whether a text stands as it is in the source, there or under a name of its own."""
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id.isupper())


def _html(tree: ast.AST) -> Found:
    """Find text that is trusted as HTML though it isn't written out where it stands."""
    for call in _calls(tree):
        trusts = _last(call.func) in {"mark_safe", "SafeString", "format_html"}
        if trusts and not (call.args and _written_out(call.args[0])):
            yield call


def _sql(tree: ast.AST) -> Found:
    """Find SQL that isn't written out where it stands, and Django's ways around itself."""
    for call in _calls(tree):
        around = _last(call.func) in {"raw", "extra", "RawSQL"}
        told = _last(call.func) in {"execute", "executemany", "copy"} and "cursor" in _name(call.func)
        if around or (told and not (call.args and isinstance(call.args[0], ast.Constant))):
            yield call


def _unsafe(tree: ast.AST) -> Found:
    """Find what runs, loads or guesses."""
    for node in ast.walk(tree):
        imported = {name.partition(".")[0] for name in _imported(node)}
        if imported & UNSAFE_MODULES or (isinstance(node, ast.Call) and _name(node.func) in UNSAFE_CALLS | WEAK):
            yield node


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _csrf(tree: ast.AST) -> Found:
    """Find pages that take forms from anywhere."""
    return (node for node in ast.walk(tree) if _last(node) == "csrf_exempt")


def _cookie(tree: ast.AST) -> Found:
    """Find cookies that scripts or open lines could read."""
    for call in _calls(tree):
        if _last(call.func) == "set_cookie" and not {"httponly", "secure", "samesite"} <= {
            k.arg for k in call.keywords
        }:
            yield call


def _redirect(tree: ast.AST) -> Found:
    """Find answers that lead somewhere, in files that never ask whether the place is our own."""
    asks = any(_last(call.func) == "url_has_allowed_host_and_scheme" for call in _calls(tree))
    for call in _calls(tree):
        if _last(call.func).startswith("HttpResponseRedirect") and call.args and not asks:
            yield from [] if isinstance(call.args[0], ast.Constant) else [call]


def _answer(tree: ast.AST) -> Found:
    """Find answers that are put together past the templates, which escape."""
    for call in _calls(tree):
        if _last(call.func) == "HttpResponse" and call.args and _put_together(call.args[0]):
            yield call


def _log(tree: ast.AST) -> Found:
    """Find what people wrote in the log."""
    for call in _calls(tree):
        if _last(call.func) in LOGS and "log" in _name(call.func):
            said = ast.unparse(call)
            if re.search(r"\.(POST|GET|FILES|body|cleaned_data|COOKIES)\b", said) or any(map(_put_together, call.args)):
                yield call


RULES: dict[str, tuple[Callable[[ast.AST], Found], str]] = {
    "html": (_html, "mark_safe(text)"),
    "sql": (_sql, "cursor.execute(f'SELECT {name}')"),
    "unsafe": (_unsafe, "from random import choice"),
    "csrf": (_csrf, "@csrf_exempt\ndef page(request): ..."),
    "cookie": (_cookie, "response.set_cookie('a', 'b', httponly=True)"),
    "redirect": (_redirect, "HttpResponseRedirect(request.GET['next'])"),
    "answer": (_answer, "HttpResponse(f'<p>{name}')"),
    "log": (_log, "logger.warning('%s', request.POST)"),
}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_finds_what_it_is_for(name: str) -> None:
    rule, bad = RULES[name]
    assert list(rule(ast.parse(bad)))


@pytest.mark.parametrize("name", RULES)
def test_nothing_in_the_house_breaks_the_rule(name: str) -> None:
    rule, _ = RULES[name]
    found = {
        f"{module.name}:{getattr(node, 'lineno', 0)}: {ast.unparse(node).splitlines()[0]}"
        for module in modules()
        if "tests" not in module.parts and "demo" not in module.parts and (name, module.name) not in EXCEPTIONS
        for node in rule(module.tree)
    }
    assert found == set()


def test_no_exception_is_older_than_its_reason() -> None:
    by_name = {module.name: module for module in modules()}
    stale = [key for key in EXCEPTIONS if not list(RULES[key[0]][0](by_name[key[1]].tree))]
    assert stale == []


TRUSTING = re.compile(
    r"\|\s*safe(seq)?\b|autoescape off|target=[\"']_blank[\"'](?![^>]*noopener)|javascript:", re.IGNORECASE
)


@pytest.mark.parametrize(
    "bad", ["{{ a|safe }}", "{% autoescape off %}", '<a target="_blank">', '<a href="javascript:x">']
)
def test_templates_that_trust_are_found(bad: str) -> None:
    assert TRUSTING.search(bad)


def test_no_template_trusts_what_people_wrote() -> None:
    files = [path for path in PACKAGE.rglob("*.html") if "tests" not in path.parts]
    assert len(files) > 1
    assert [shown(path) for path in files if TRUSTING.search(path.read_text("utf-8"))] == []


def test_the_house_is_looked_at_whole() -> None:
    assert {"tett.config.settings", "tett.entry.views.coming", "tett.tasks.views.closing"} <= {
        m.name for m in modules()
    }
