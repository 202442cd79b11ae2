"""Who gets what: every persona at every route for every thing in every way (S1, and S2 in every answer).

What is expected stands in tests/matrix/table.py, apart from the rules. Each run asks what ``fewer`` chooses; with
``./tett test tests/test_access_matrix.py --whole-matrix`` all of it is asked.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django.urls import get_resolver
from pytest_django.plugin import DjangoDbBlocker

from tests.cast import NOW
from tests.matrix.cast import PERSONAS, knows
from tests.matrix.knock import Answer, Browser, address_of, ask, faults, fewer, probes
from tests.matrix.scene import WORD, Scene, set_up
from tests.matrix.table import ROWS
from tests.test_house_pages import routes_of
from tett.base.clock import real_now
from tett.plan.views import public

#: Fewer than this, and somebody has taken something away (assurance S1).
FLOOR = 25_000
EACH_TIME = 15_000
NOTHING_HERE = "/det/er/ikke/noe/her/"

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Build the scene once; every test and every knock within is undone."""
    logger, level = logging.getLogger("django"), logging.getLogger("django").level
    public._rendered.cache_clear()
    with (
        django_db_blocker.unblock(),
        override_settings(CLOCK_SHIFT=NOW - real_now() + timedelta(minutes=1)),
        transaction.atomic(),
    ):
        logger.setLevel(logging.CRITICAL)
        yield set_up()
        logger.setLevel(level)
        transaction.set_rollback(True)
    public._rendered.cache_clear()


def test_every_route_has_a_row() -> None:
    routes = {name for name, _view in routes_of(get_resolver())}
    without = sorted(routes - ROWS.keys())
    assert without == [], "say in tests/matrix/table.py who gets these, and plant what could leak in scene.py"
    assert sorted(ROWS.keys() - routes) == [], "these are no routes any more"


def test_the_matrix_does_not_shrink_silently() -> None:
    assert len(PERSONAS) * len(probes()) >= FLOOR
    assert sum(len(fewer(persona)) for persona in PERSONAS) >= EACH_TIME
    routes = {(probe.route, probe.method) for probe in probes()}
    assert all({(probe.route, probe.method) for probe in fewer(persona)} >= _asked(routes) for persona in PERSONAS)


def _asked(routes: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(route, method) for route, method in routes if method != "HEAD"}


@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_gets_what_is_theirs_and_nothing_else(
    scene: Scene, persona: str, pytestconfig: pytest.Config
) -> None:
    browser, found, missing = Browser(persona), list[str](), dict[tuple[str, str], Answer]()
    chosen = probes() if pytestconfig.getoption("--whole-matrix") else fewer(persona)
    for probe in chosen:
        address = address_of(scene, probe)
        answer = ask(browser, probe, address)
        if (at := (probe.route, probe.method)) not in missing:
            missing[at] = answer if probe.name == "missing" else ask(browser, probe, NOTHING_HERE)
        found += faults(persona, probe, answer, missing[at], address)
    assert found == [], f"{len(found)} of {len(chosen)}:\n" + "\n".join(found[:60])


def test_every_planted_word_is_found_by_somebody(scene: Scene) -> None:
    met: set[str] = set()
    for persona in ("rita", "kari", "sofie", "petra", "adam"):
        browser = Browser(persona)
        for probe in probes():
            if probe.method == "GET" and persona in probe.row.among(probe.name):
                answer = ask(browser, probe, address_of(scene, probe))
                met |= {kind for kind, _name in WORD.findall(answer.body + answer.headers)}
    assert set(knows()) - met == set(), "a word that nobody meets proves nothing"
