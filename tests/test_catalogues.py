"""The catalogues: what is collected from the source, and what they lack."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog

from tools.catalogues import SOURCE, Key, collected, compiled, lacks

WANTED: set[Key] = {(None, "Lagret."), (None, "uke %(n)s")}

#: What isn't read on a page, or has been through the catalogue: comments, tags with their texts, what is filled in.
UNSAID = re.compile(
    r"{#.*?#}|<!--.*?-->|{%\s*blocktranslate\b.*?{%\s*endblocktranslate\s*%}|{%.*?%}|{{.*?}}", re.DOTALL
)
SPOKEN = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')
#: The name of the house is the same in every language.
NAMES = re.compile(r"\bTett\b")
#: Shown when nothing else works, so that it can't ask which language.
ALONE = "500.html"


def _untranslated(page: Path) -> list[str]:
    """Give what a page says without asking the catalogue."""
    left = NAMES.sub("", UNSAID.sub("", page.read_text("utf-8")))
    said = [*SPOKEN.findall(left), *re.sub(r"<[^>]*>", "\n", left).splitlines()]
    return [text.strip() for text in said if re.search(r"[^\W\d_]{2}", text)]


def _catalog(**strings: str) -> Catalog:
    catalog = Catalog(locale="nn", fuzzy=False)
    catalog.add("Lagret.", strings.get("saved", "Lagra."))
    catalog.add("uke %(n)s", strings.get("week", "veke %(n)s"), flags=["python-format"])
    return catalog


def test_texts_of_code_and_templates_are_collected() -> None:
    suffixes = {where.rpartition(".")[2] for message in collected() for where, _line in message.locations}
    assert {"py", "html"} <= suffixes


def test_no_page_says_anything_past_the_catalogue() -> None:
    pages = [page for page in sorted(SOURCE.rglob("templates/**/*.html")) if page.name != ALONE]
    assert pages
    assert {page.name: said for page in pages if (said := _untranslated(page))} == {}


def test_a_text_past_the_catalogue_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<p title="Hei" class="lead">{% translate "Sagt" %} Usagt {{ name }}</p> {# Skjult #} Tett', "utf-8"
    )
    assert _untranslated(page) == ["Hei", "Usagt"]


def test_a_complete_catalogue_lacks_nothing() -> None:
    assert list(lacks(_catalog(), WANTED)) == []


def test_a_missing_translation_is_said() -> None:
    assert list(lacks(_catalog(saved=""), WANTED)) == ["not translated: 'Lagret.'"]


def test_a_new_text_is_said() -> None:
    assert list(lacks(_catalog(), WANTED | {(None, "Nytt")})) == ["not collected: 'Nytt'"]


def test_a_text_that_is_gone_is_said() -> None:
    assert list(lacks(_catalog(), {(None, "Lagret.")})) == ["no longer in the source: 'uke %(n)s'"]


def test_a_guessed_translation_is_said() -> None:
    catalog = _catalog()
    catalog["Lagret."].flags.add("fuzzy")
    assert list(lacks(catalog, WANTED)) == ["only guessed: 'Lagret.'"]


def test_a_lost_place_for_a_number_is_said() -> None:
    assert list(lacks(_catalog(week="veka"), WANTED)) == ["other names to fill in: 'uke %(n)s'"]


def test_what_django_reads_is_the_same_each_time() -> None:
    assert compiled(_catalog()) == compiled(_catalog())
