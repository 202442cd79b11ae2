"""What somebody may take home about themselves, as a file."""

from datetime import datetime
from typing import Any

from tett.privacy.queries import Group, Opening


def about_me(groups: tuple[Group, ...], openings: tuple[Opening, ...], at: datetime) -> dict[str, Any]:
    """Give all of it in words that a person can read, and in an order that a program can."""
    return {
        "laget": at.isoformat(timespec="minutes"),
        "lagret": [_group(group) for group in groups],
        "sett": [{"dag": o.day.isoformat(), "rolle": o.role, "hva": o.what, "ganger": o.times} for o in openings],
    }


def _group(group: Group) -> dict[str, Any]:
    table = group.table
    return {
        "hva": str(table.title),
        "hvorfor": str(table.purpose.label),
        "hjemmel": str(table.basis.label),
        "hvor lenge": str(table.keeps.label),
        "hvem leser": str(table.readers.label),
        "rader": [dict(line.facts) for line in group.lines],
        "rader som også gjelder andre": group.others,
    }
