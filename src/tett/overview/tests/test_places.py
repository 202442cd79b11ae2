"""The places people are offered, and the language they read them in."""

import re
from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.cast import World
from tett.overview.tests.test_access import EVERYBODY, browser

PLACE = re.compile(r'<nav class="places".*?</nav>', re.DOTALL)


@pytest.fixture(autouse=True)
def _language_of_others() -> Iterator[None]:
    """Leave the thread in the language it was in: a page is written in the test's own thread."""
    with translation.override(translation.get_language()):
        yield


@pytest.mark.parametrize("name", EVERYBODY)
def test_every_place_that_is_offered_opens(running: World, name: str) -> None:
    client = browser(name)
    offered = re.findall(r'href="([^"]+)"', "".join(PLACE.findall(client.get("/min-dag/").content.decode())))
    assert offered
    assert {address: client.get(address).status_code for address in offered} == dict.fromkeys(offered, 200)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "mandag 14. september 2026, uke 38"),
        ("nn", "måndag 14. september 2026, veke 38"),
        ("en", "Monday 14 September 2026, week 38"),
    ],
)
def test_a_page_is_read_in_the_language_one_has_chosen(running: World, language: str, said: str) -> None:
    client = browser("kari")
    client.post("/visning/", {"sprak": language})
    page = client.get("/min-dag/").content.decode()
    assert f'<html lang="{language}"' in page
    assert said in page


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_each_language_is_offered_by_its_own_name(running: World, language: str) -> None:
    client = browser("kari")
    client.post("/visning/", {"sprak": language})
    offered = re.findall(r'<button[^>]*name="sprak"[^>]*>([^<]+)', client.get("/min-dag/").content.decode())
    assert offered == ["Bokmål", "Nynorsk", "English"]
