"""How many tries to log in are too many."""

from datetime import timedelta

#: Within this time tries are counted.
WINDOW = timedelta(minutes=5)
#: Failed tries for one name before it rests.
PER_NAME = 8
#: Failed tries from one address that look like somebody trying many names. A whole school sits behind one address, so
#: this closes no door by itself: it only leaves each name fewer tries.
BUSY_ADDRESS = 300
PER_NAME_WHEN_BUSY = 2


def too_many(for_name: int, from_address: int) -> bool:
    """Tell whether to answer without trying; a name that nobody has failed with is always tried."""
    return for_name >= (PER_NAME_WHEN_BUSY if from_address >= BUSY_ADDRESS else PER_NAME)
