"""Who is silent: a worker whose pulse hasn't changed for so long as somebody has watched.

Clocks jump, and two machines' clocks differ: what a pulse says is never compared with what time it is here. Whoever
watches counts by a clock of its own that only goes forward.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

#: Longer than any transaction that keeps a pulse from the table.
SILENT_SECONDS = 120.0


@dataclass
class Watch:
    """What somebody who watches has seen of each worker's pulse, and when it last changed."""

    seen: dict[str, tuple[datetime, float]] = field(default_factory=dict)

    def silent(self, pulses: Mapping[str, datetime], tick: float) -> set[str]:
        """Look at the pulses, and give the workers that have been silent for too long; forget those that are gone."""
        before, self.seen = self.seen, {}
        for worker, pulse in pulses.items():
            old = before.get(worker)
            self.seen[worker] = old if old and old[0] == pulse else (pulse, tick)
        return {worker for worker, (_pulse, since) in self.seen.items() if tick - since > SILENT_SECONDS}
