"""What the machinery asks about itself."""

from tett.config.queries.people import nobody_yet
from tett.config.queries.pulses import pulses
from tett.config.queries.state import State, pending, reachable, state

__all__ = ["State", "nobody_yet", "pending", "pulses", "reachable", "state"]
