"""Every field of every table is declared, and nothing else is."""

import pytest

from tett.access.rules import Actor
from tett.privacy.queries import tables_there
from tett.privacy.rules import differences
from tett.privacy.words import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold
from tett.privacy.words.tables import ALL


def test_what_is_stored_is_what_is_declared(nobody: Actor) -> None:
    assert list(differences(ALL, tables_there(nobody))) == [], "CONTRIBUTING.md tells how to declare"


def _table(about: About = About.ALL, basis: Basis = Basis.DUTY, **fields: object) -> Table:
    declared = untold("id") | told(Kind.ORDINARY, name="navn")
    return Table("x.X", "X", about, Purpose.WHO, basis, Keeps.BELONGS, Readers.SCHOOL, declared)


@pytest.mark.parametrize(
    ("declared", "there", "said"),
    [
        ({}, {"x.X": {"id"}}, "x.X isn't declared"),
        ({"x.X": _table()}, {}, "x.X is declared and isn't there"),
        ({"x.X": _table()}, {"x.X": {"id", "name", "more"}}, "x.X.more isn't declared"),
        ({"x.X": _table()}, {"x.X": {"id"}}, "x.X.name is declared and isn't there"),
        ({"x.X": _table(About.NOBODY)}, {"x.X": {"id", "name"}}, "tells of nobody, and has fields"),
        ({"x.X": _table(basis=Basis.NONE)}, {"x.X": {"id", "name"}}, "without a ground in law"),
    ],
)
def test_what_is_missing_or_contradicts_itself_is_found(
    declared: dict[str, Table], there: dict[str, set[str]], said: str
) -> None:
    assert any(said in line for line in differences(declared, there))


def test_what_is_a_secret_is_shown_to_nobody() -> None:
    secret = [field for table in ALL.values() for field in table.fields.values() if field.kind == Kind.SECRET]
    assert secret
    assert all(not field.label for field in secret)
