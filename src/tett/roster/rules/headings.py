"""How the headings of a list are understood."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from tett.roster.rules.columns import BY_FIELD, COLUMNS, ONE_OF, Column
from tett.roster.words import Holds

NOT_A_LETTER = re.compile(r"[^a-z0-9]")
S, A, G = Holds.STUDENTS, Holds.STAFF, Holds.GUARDIANS


def plain_heading(text: str) -> str:
    """Give a heading without case, blanks, signs and accents: two that look alike are the same."""
    bare = text.casefold().replace("ø", "o").replace("æ", "ae").replace("å", "a")
    letters = unicodedata.normalize("NFD", bare)
    return NOT_A_LETTER.sub("", "".join(c for c in letters if not unicodedata.combining(c)))


def columns_of(holds: Holds) -> tuple[Column, ...]:
    """Give the columns of one kind of list."""
    return tuple(column for column in COLUMNS if holds in column.holds)


def understood(header: Sequence[str], holds: Holds, remembered: Mapping[str, str]) -> list[str]:
    """Give the field of each heading, "" for those we don't know; what the school chose before goes first."""
    columns = columns_of(holds)
    own = {plain_heading(c.heading): c.field for c in columns}
    other = {name: c.field for c in columns for name in c.also}
    fields = {c.field for c in columns}
    found: list[str] = []
    for name in map(plain_heading, header):
        field = remembered[name] if name in remembered else own.get(name) or other.get(name, "")
        found.append(field if field in fields and field not in found else "")
    return found


def known(header: Sequence[str], holds: Holds, remembered: Mapping[str, str]) -> bool:
    """Tell whether every heading has a meaning, or was left out on purpose the last time."""
    fields = understood(header, holds, remembered)
    return all(
        field or not name or plain_heading(name) in remembered for name, field in zip(header, fields, strict=True)
    )


def missing(fields: Sequence[str], holds: Holds) -> list[str]:
    """Give the headings that a list must have and hasn't."""
    named = {"given", "family"} if "whole" in fields else set()
    lacking = [c.heading for c in columns_of(holds) if c.required and c.field not in fields and c.field not in named]
    groups = [group for group in ONE_OF[holds] if not set(group) & set(fields)]
    return lacking + [" / ".join(BY_FIELD[field].heading for field in group) for group in groups]


def guess(header: Sequence[str]) -> Holds | None:
    """Tell whom a list is about by its headings, or None when they don't say."""
    lacking = {holds: missing(understood(header, holds, {}), holds) for holds in (G, A)}
    names = {plain_heading(name) for name in header}
    if not lacking[G] or {"kilde", "foreldreansvar"} & names:
        return G
    if not lacking[A] or {"stilling", "rolle"} & names:
        return A
    return S if {"klasse", "basisgruppe", "klassekode", "klassenavn"} & names else None
