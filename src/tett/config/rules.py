"""When daily jobs are due."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Daily:
    """A job that shall be started once a day, from an hour of the local day on."""

    name: str
    hour: int
    enqueue: Callable[[], object]


def due_on(jobs: Iterable[Daily], at: datetime) -> list[Daily]:
    """Give those whose hour has come; a machine that slept through the hour starts them when it wakes."""
    return [job for job in jobs if at.hour >= job.hour]
