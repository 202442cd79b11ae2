"""The rules of the house for pages: who may knock, and what a template may hold."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tools.source import shown, templates

#: Every page that is open without log-in, by name. Whoever adds one explains here why a stranger may see it.
OPEN = {
    "feeds:feed",  # calendar programs have no log-in: the secret in the address opens it, for as long as its owner may
    "overview:start",  # sends people to their day, strangers to the school
    "start:first",  # before anybody can log in, the first person comes in by the code at the terminal; then it is gone
    "front",  # the school's front page
    "login",  # where one comes in
    "entry:second",  # the second step, for who has taken the first
    "entry:passkey_asked",  # what a passkey shall sign, before anybody knows whose it is
    "entry:passkey_in",  # and its answer
    "entry:forgotten",  # whoever forgot a password can't log in
    "entry:outside",  # on the way to Feide or ID-porten
    "entry:back",  # and back
    "entry:left",  # who has just logged out is told where else to
    "entry:welcome",  # whoever was invited has no log-in yet
    "entry:welcome_asked",  # the same, with a passkey
    "entry:welcome_made",  # and its answer
    "logout",  # who has been logged out already may tap it again
    "ui:prefer",  # language and light or dark, for everybody
    "plan-public:current",  # the Act wants the plan known: everybody reads the one in force
    "plan-public:edition",  # and each adopted one by its stable address, which stands in letters and decisions
    "plan-public:paper",  # the same as a file, to print or to work on; drafts are not among them
    "plan-public:tell",  # a student or guardian who hasn't logged in must find out how to say from
    "privacy:statement",  # what is stored and why is everybody's to know before they log in
    "privacy:accessibility",  # the law wants the accessibility statement within reach of all
    "privacy:fault",  # whoever finds a fault may not have a log-in, and needn't say who they are
    "privacy:fault_told",  # and is thanked
    "privacy:security",  # security.txt, where those who look for holes look for whom to tell
    "health",  # says to load balancers that people can be sent here, and no more
    "metrics",  # numbers for a program with the token; to all others there is nothing
    "plan-public:rights",  # and what the Act gives a right to, and the way to the State administrator
}
#: Forms that carry no key of their own: the sender changes on the way, or sending twice changes nothing.
WITHOUT_KEY = {
    "login", "logout", "ui:prefer", "become",
    "entry:second", "entry:passkey_in", "entry:welcome", "entry:welcome_made",
}  # fmt: skip
#: Sends to its own address, so that the page one wanted is kept.
LOG_IN = "src/tett/entry/templates/entry/log_in.html"
#: A letter, not a page: no CSP stands over it, and mail programs throw style sheets away.
LETTER = "src/tett/notify/templates/notify/mail.html"
FORM = re.compile(r"<form\b[^>]*\bmethod=[\"']post[\"'].*?</form>", re.IGNORECASE | re.DOTALL)
INLINE = re.compile(r"<style\b|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=[\"']|javascript:|\bhx-on", re.IGNORECASE)


def routes_of(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, Any]]:
    """Give every route by name, with its view."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name or entry.pattern}", entry.callback
        else:
            yield from routes_of(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


def _doors() -> dict[str, str]:
    return {name: getattr(view, "door", "none") for name, view in routes_of(get_resolver())}


def test_every_page_says_who_may_knock() -> None:
    assert {name for name, door in _doors().items() if door not in {"open", "signed_in"}} == set()


def test_the_open_pages_are_those_we_know_and_can_give_a_reason_for() -> None:
    assert {name for name, door in _doors().items() if door == "open"} == OPEN


def _forms() -> Iterator[tuple[str, str]]:
    for path in templates():
        for form in FORM.findall(path.read_text("utf-8")):
            yield shown(path), form


def test_every_form_carries_a_key() -> None:
    exempt = re.compile("|".join(rf"url ['\"]{name}['\"]" for name in WITHOUT_KEY))
    without = [name for name, form in _forms() if "idempotency_key" not in form and not exempt.search(form)]
    assert [name for name in without if name != LOG_IN] == []


def test_every_form_is_sent_from_our_own_pages() -> None:
    assert [name for name, form in _forms() if "csrf_token" not in form] == []


def test_no_template_holds_script_or_style() -> None:
    holding = [shown(path) for path in templates() if INLINE.search(path.read_text("utf-8"))]
    assert holding == [LETTER]
