"""The papers on privacy, written from the declarations that the tests hold against the models.

``python -m tools.privacy`` writes them; with ``--check`` it says which are older than the declarations.
"""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tools.environment import ROOT

if TYPE_CHECKING:
    from tett.privacy.words import Table

STORED = ROOT / "docs/reference/what-is-stored.md"
RECORD = ROOT / "docs/personvern/behandlingsprotokoll.md"
ASSESSMENT = ROOT / "docs/personvern/dpia.md"
PARTS = ROOT / "tools/papers"
#: Where the declarations go in a paper that people wrote.
PLACE = "<!-- her: {} -->"


def tables() -> "list[Table]":
    """Give the declarations in the order of their models."""
    from tett.privacy.words.tables import ALL  # noqa: PLC0415 - after Django is set up

    return [ALL[name] for name in sorted(ALL)]


def stored() -> str:
    """List every field of every table."""
    lines = [
        "# What is stored",
        "",
        "Written by `python -m tools.privacy` from the declarations in `src/tett/privacy/words/tables`, which a test",
        "holds against the models. The words are those that people read.",
    ]
    for room, group in groupby(tables(), key=lambda table: table.model.partition(".")[0]):
        lines += ["", f"## {room}"]
        for table in group:
            lines += ["", *_of_table(table)]
    return "\n".join(lines) + "\n"


def _of_table(table: "Table") -> Iterator[str]:
    yield f"### {table.model}"
    yield ""
    yield f"{table.title}. Om: {table.about.label}. Formål: {table.purpose.label}. Grunnlag: {table.basis.label}."
    yield f"Ligger: {table.keeps.label}. Leses av: {table.readers.label}."
    yield ""
    yield "| felt | hva slags | heter for den det gjelder |"
    yield "|---|---|---|"
    for name, field in table.fields.items():
        yield f"| `{name}` | {field.kind.label} | {field.label or '–'} |"


def record() -> str:
    """Write the record of processing (article 30): a line for each purpose and ground."""
    return _filled("behandlingsprotokoll.md", behandlinger=_processing, kategorier=_categories)


def assessment() -> str:
    """Write the assessment of consequences (article 35) as far as Tett can know it."""
    return _filled("dpia.md", behandlinger=_processing, kategorier=_categories, fritekst=_free_text)


def _filled(name: str, **parts: Callable[[], Iterator[str]]) -> str:
    text = (PARTS / name).read_text("utf-8")
    for part, lines in parts.items():
        place = PLACE.format(part)
        if place not in text:
            continue
        text = text.replace(place, "\n".join(lines()).strip())
    return text


def _about_somebody() -> "list[Table]":
    from tett.privacy.words import About  # noqa: PLC0415 - after Django is set up

    return [table for table in tables() if table.about != About.NOBODY]


def _processing() -> Iterator[str]:
    """Give a table for each purpose, with what is used for it."""
    order = {purpose: number for number, purpose in enumerate(type(_about_somebody()[0].purpose))}
    found = sorted(_about_somebody(), key=lambda table: (order[table.purpose], table.model))
    for purpose, group in groupby(found, key=lambda table: table.purpose):
        yield from ("", f"### For å {purpose.label}", "")
        yield "| hva | om hvem | rettslig grunnlag | hvem leser | hvor lenge |"
        yield "|---|---|---|---|---|"
        for t in group:
            yield f"| {t.title} | {t.about.label} | {t.basis.label} | {t.readers.label} | {t.keeps.label} |"


def _categories() -> Iterator[str]:
    """Tell which kinds of data there are, and in how many fields."""
    from tett.privacy.words import Kind  # noqa: PLC0415 - after Django is set up

    yield "| slag | antall felt | hvor |"
    yield "|---|---|---|"
    for kind in Kind:
        if kind == Kind.NONE:
            continue
        found = [(t, n) for t in _about_somebody() for n, field in t.fields.items() if field.kind == kind]
        where = ", ".join(sorted({str(table.title) for table, _name in found})) or "ingen"
        yield f"| {kind.label} | {len(found)} | {where} |"


def _free_text() -> Iterator[str]:
    """Tell where people can write whatever they like."""
    from tett.privacy.words import Kind  # noqa: PLC0415 - after Django is set up

    for table in tables():
        names = [name for name, field in table.fields.items() if field.kind == Kind.FREE]
        if names:
            yield f"* {table.title} (`{table.model}`: {', '.join(names)})"


PAPERS = {STORED: stored, RECORD: record, ASSESSMENT: assessment}


def main() -> int:
    """Write them, or say which are stale."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tett.config.testing")
    import django  # noqa: PLC0415 - the settings are named first
    from django.utils import translation  # noqa: PLC0415 - as above

    django.setup()
    with translation.override("nb"):
        written = {path: paper() for path, paper in PAPERS.items()}
    stale = [path for path, text in written.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        print("\n".join(f"{path.relative_to(ROOT)} is stale; run python -m tools.privacy" for path in stale))
        return bool(stale)
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written[path], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
