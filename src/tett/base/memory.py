"""Work that makes very many small things at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_things() -> Iterator[None]:
    """Let Python's search for rings of things rest meanwhile: it looks through all there are, again and again.

    What isn't used any more goes as always; only rings wait until afterwards. It halves the time of a long list.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()
