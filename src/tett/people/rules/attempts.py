"""How many tries to log in are too many."""

from datetime import timedelta

#: Within this time tries are counted.
WINDOW = timedelta(minutes=5)
#: Failed tries for one name before it rests.
PER_NAME = 8
#: Failed tries from one address; high, since a whole school sits behind one.
PER_ADDRESS = 300


def too_many(for_name: int, from_address: int) -> bool:
    """Tell whether to answer without trying."""
    return for_name >= PER_NAME or from_address >= PER_ADDRESS
