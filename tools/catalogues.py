"""The catalogues: bokmål is what stands in the source, nynorsk and English are kept complete beside it.

Babel collects and compiles, so that nobody needs gettext's programs.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tools.environment import ROOT

SOURCE = ROOT / "src/tett"
LANGUAGES = ("nn", "en")
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
#: What is filled in: %(name)s, %s or {name}.
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
#: What tells one text from another: where it is said, if that matters, and the text.
Key = tuple[str | None, Any]


def collected() -> Catalog:
    """Read every text in the source that a person may meet."""
    catalog = Catalog(project="Tett", charset="utf-8", fuzzy=False)
    for file in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]):
        if not {"tests", "migrations", "static"}.intersection(file.relative_to(SOURCE).parts):
            for _line, message, comments, context in _texts(file):
                where = [(file.relative_to(ROOT).as_posix(), 0)]
                catalog.add(message, locations=where, auto_comments=comments, context=context)
    return catalog


def _texts(file: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    source: BinaryIO = file.open("rb")
    with source:
        if file.suffix != ".py":
            # Django's own way: everything of a template but its texts becomes something that isn't a call. What is left
            # of its indentation would mean something to Python.
            lines = templatize(source.read().decode("utf-8")).splitlines()
            source = io.BytesIO("\n".join(line.strip() for line in lines).encode("utf-8"))
        yield from extract("python", source, keywords=KEYWORDS, comment_tags=("Translators",))


def path_of(language: str, suffix: str = "po") -> Path:
    """Tell where a language's catalogue lies."""
    return SOURCE / "locale" / language / "LC_MESSAGES" / f"django.{suffix}"


def stored(language: str) -> Catalog:
    """Read a catalogue, or begin one."""
    path = path_of(language)
    if path.exists():
        with path.open("rb") as file:
            return read_po(file, locale=language)
    return Catalog(locale=language, project="Tett", fuzzy=False)


def renew() -> None:
    """Bring the catalogues in line with the source, and compile them."""
    source = collected()
    for language in LANGUAGES:
        catalog = stored(language)
        catalog.update(source, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
        catalog.obsolete.clear()
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(_written(catalog))
        path_of(language, "mo").write_bytes(compiled(catalog))


def _written(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=110, include_lineno=False, sort_by_file=True, omit_header=False)
    return file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """Give the form that Django reads."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def problems() -> Iterator[str]:
    """Tell everything that keeps the catalogues from being complete."""
    source = collected()
    wanted: set[Key] = {(message.context, message.id) for message in source if message.id}
    for language in LANGUAGES:
        catalog = stored(language)
        yield from (f"{language}: {what}" for what in lacks(catalog, wanted))
        if not path_of(language, "mo").exists() or path_of(language, "mo").read_bytes() != compiled(catalog):
            yield f"{language}: the compiled catalogue is older than the written one; run ./tett messages"


def lacks(catalog: Catalog, wanted: set[Key]) -> Iterator[str]:
    """Tell what a catalogue lacks of the texts that are wanted."""
    there = {(message.context, message.id): message for message in catalog if message.id}
    yield from (f"not collected: {key[1]!r}" for key in sorted(wanted - there.keys(), key=repr))
    yield from (f"no longer in the source: {key[1]!r}" for key in sorted(there.keys() - wanted, key=repr))
    for message in there.values():
        strings = message.string if isinstance(message.string, list | tuple) else [message.string]
        if not all(strings):
            yield f"not translated: {message.id!r}"
        elif message.fuzzy:
            yield f"only guessed: {message.id!r}"
        elif not message.pluralizable and _places(message.id) != _places(message.string):
            yield f"other names to fill in: {message.id!r}"
        yield from (f"{message.id!r}: {error}" for error in message.check(catalog))
    yield from (f"obsolete: {key!r}" for key in catalog.obsolete)


def _places(text: object) -> list[str]:
    """Give what is filled in; one of many may be said without its number, so plurals are left to Babel."""
    return sorted(PLACE.findall(str(text)))


def main() -> int:
    """Renew the catalogues, or with --check say what they lack."""
    if "--check" not in sys.argv:
        renew()
        return 0
    found = list(problems())
    print("\n".join(found[:40]))
    if found:
        print(f"{len(found)} things to mend in the catalogues.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
