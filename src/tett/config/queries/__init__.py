"""What the machinery asks about itself."""

from tett.config.queries.jobs import in_hand
from tett.config.queries.people import nobody_yet
from tett.config.queries.pulses import pulses
from tett.config.queries.state import State, pending, reachable, state

__all__ = ["State", "in_hand", "nobody_yet", "pending", "pulses", "reachable", "state"]
