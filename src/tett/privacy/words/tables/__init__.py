"""The declarations, a file for each room; ``ALL`` by the model's label."""

from importlib import import_module
from pkgutil import iter_modules

from tett.privacy.words.terms import Purpose, Table

_ORDER = list(Purpose)
_FOUND: list[Table] = [
    table
    for module in sorted(found.name for found in iter_modules(__path__))
    for table in import_module(f"{__name__}.{module}").TABLES
]
#: In the order in which people would ask: who I am, how I am reached, what I do, and the machinery last.
ALL: dict[str, Table] = {table.model: table for table in sorted(_FOUND, key=lambda table: _ORDER.index(table.purpose))}
