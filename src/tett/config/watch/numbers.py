"""The numbers for Prometheus: those of the database as it is now, and what all web processes here have counted."""

from collections.abc import Iterator
from dataclasses import asdict

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from tett.config.queries import State

TOLD = {
    "pending": "Migrations that wait",
    "jobs_waiting": "Jobs that wait",
    "jobs_running": "Jobs that are being done",
    "jobs_failed": "Jobs that failed in the last fortnight",
    "oldest_job_seconds": "How long the oldest job has waited",
    "workers": "Workers that show a pulse",
    "pulse_seconds": "Since a worker last showed its pulse",
    "sessions": "Sessions that haven't ended",
    "disk_free_bytes": "Free where Tett keeps its data",
    "backup_seconds": "Since the newest backup was taken",
}


class StateCollector(Collector):
    """Give the state as Prometheus reads it; what isn't known is left out."""

    def __init__(self, state: State) -> None:
        """Keep what was found."""
        self.state = state

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Give each number by its name."""
        for name, text in TOLD.items():
            value = getattr(self.state, name)
            if value is not None:
                yield GaugeMetricFamily(f"tett_{name}", text, value=value)
        for name, value in asdict(self.state.outbox).items():
            if isinstance(value, int | float):
                yield GaugeMetricFamily(f"tett_outbox_{name}", "The outbox", value=value)


def numbers(state: State) -> bytes:
    """Write all of it in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(StateCollector(state))
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # the library's own class has no types
    return generate_latest(registry)
