"""The school routes that Tett ships."""

import json
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from tett.calendar.rules.days import Special
from tett.calendar.rules.layers import Layer
from tett.calendar.words import DayKind, Standing

ROUTES = "data/innlandet.json"


@lru_cache(maxsize=1)
def shipped_routes() -> dict[int, Layer]:
    """Give the routes of Innlandet by the year they begin in."""
    rows = json.loads(files("tett.calendar").joinpath(ROUTES).read_text("utf-8"))["years"]
    return {row["starts_in"]: _layer(row) for row in rows}


def _layer(row: dict[str, Any]) -> Layer:
    days = tuple(
        Special(DayKind(day["kind"]), date.fromisoformat(day["first"]), date.fromisoformat(day["last"]), day["name"])
        for day in row["days"]
    )
    first, last = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
    return Layer(first, last, (), days, Standing(row["standing"]), row["source"])
