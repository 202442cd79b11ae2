"""The declarations, a file for each room; ``ALL`` by the model's label."""

from importlib import import_module
from pkgutil import iter_modules

from tett.privacy.words.terms import Table

ALL: dict[str, Table] = {
    table.model: table
    for module in sorted(found.name for found in iter_modules(__path__))
    for table in import_module(f"{__name__}.{module}").TABLES
}
