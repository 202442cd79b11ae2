"""Holding the declarations against the models: neither may say more than the other."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from tett.privacy.words.terms import About, Basis, Kind, Table

TELLING = {Kind.ORDINARY, Kind.GUARDED, Kind.FREE, Kind.SPECIAL}


def differences(declared: Mapping[str, Table], there: Mapping[str, AbstractSet[str]]) -> Iterator[str]:
    """Tell every model, field and declaration that lacks its other half or contradicts itself."""
    yield from (f"{model} isn't declared in privacy/words/tables" for model in sorted(there.keys() - declared.keys()))
    yield from (f"{model} is declared and isn't there" for model in sorted(declared.keys() - there.keys()))
    for model in sorted(declared.keys() & there.keys()):
        yield from _of_table(declared[model], there[model])


def _of_table(table: Table, there: AbstractSet[str]) -> Iterator[str]:
    said = set(table.fields)
    yield from (f"{table.model}.{name} isn't declared" for name in sorted(there - said))
    yield from (f"{table.model}.{name} is declared and isn't there" for name in sorted(said - there))
    tells = any(field.kind in TELLING - {Kind.FREE} for field in table.fields.values())
    if table.about == About.NOBODY and tells:
        yield f"{table.model} says it tells of nobody, and has fields that do"
    if table.basis == Basis.NONE and table.about != About.NOBODY:
        yield f"{table.model} tells of somebody without a ground in law"
