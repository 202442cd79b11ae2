"""The catalogues: what is collected from the source, and what they lack."""

from babel.messages.catalog import Catalog

from tools.catalogues import Key, collected, compiled, lacks

WANTED: set[Key] = {(None, "Lagret."), (None, "uke %(n)s")}


def _catalog(**strings: str) -> Catalog:
    catalog = Catalog(locale="nn", fuzzy=False)
    catalog.add("Lagret.", strings.get("saved", "Lagra."))
    catalog.add("uke %(n)s", strings.get("week", "veke %(n)s"), flags=["python-format"])
    return catalog


def test_texts_of_code_and_templates_are_collected() -> None:
    suffixes = {where.rpartition(".")[2] for message in collected() for where, _line in message.locations}
    assert {"py", "html"} <= suffixes


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
