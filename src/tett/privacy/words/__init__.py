"""What is stored about people, said once: each table's declaration, and the words they are made of."""

from tett.privacy.words.sentences import CONTACT_UNKNOWN, MANY_JUST_NOW, NOT_YOURS, WRONG_ADDRESS
from tett.privacy.words.terms import (
    DECIDED_BY_OWNER,
    KEPT,
    About,
    Basis,
    Field,
    Keeps,
    Kind,
    Purpose,
    Readers,
    Table,
    told,
    untold,
)

__all__ = [
    "CONTACT_UNKNOWN",
    "DECIDED_BY_OWNER",
    "KEPT",
    "MANY_JUST_NOW",
    "NOT_YOURS",
    "WRONG_ADDRESS",
    "About",
    "Basis",
    "Field",
    "Keeps",
    "Kind",
    "Purpose",
    "Readers",
    "Table",
    "told",
    "untold",
]
