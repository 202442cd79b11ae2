"""Which workers show that they are alive."""

from datetime import datetime

from tett.config.models import Pulse


def pulses() -> dict[str, datetime]:
    """Give when each worker last showed its pulse, by its own machine's clock."""
    return dict(Pulse.objects.values_list("worker", "at"))
