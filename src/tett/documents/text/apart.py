"""Reading in a process of its own, with a limit on time and memory: whatever a file does, nobody else notices.

The library for PDF unpacks whatever it is given. A process that can be ended is the only limit that surely holds.
"""

import multiprocessing
import time
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection

from tett.documents.shapes import Block
from tett.documents.text.limits import Told, Unreadable
from tett.documents.words import Trouble

#: What one reading may take. The largest plan of 300 pages takes a fifth of each.
MOST_SECONDS, MOST_MEMORY = 240.0, 1536 * 1024 * 1024
#: Where the readers are. Only the process apart loads them: no page needs them, and they take their time.
READERS = {"word": ("tett.documents.text.word", "read_word"), "pdf": ("tett.documents.text.pdf", "read_pdf")}


def read_apart(
    kind: str, data: bytes, told: Told, *, seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY
) -> list[Block]:
    """Read a document of a kind; tells of each page, and raises ``Unreadable``."""
    apart = multiprocessing.get_context("spawn")
    here, there = apart.Pipe(duplex=False)
    process = apart.Process(target=_work, args=(there, kind, data, memory), daemon=True)
    process.start()
    there.close()
    try:
        return _listen(here, told, time.monotonic() + seconds)
    finally:
        process.kill()
        process.join()
        here.close()


def _listen(here: "Connection", told: Told, until: float) -> list[Block]:
    while here.poll(max(0.0, until - time.monotonic())):
        try:
            what, found = here.recv()
        except EOFError:
            # The machine ended it, as it does with what takes all memory.
            raise Unreadable(Trouble.TOO_BIG) from None
        if what == "trouble":
            raise Unreadable(Trouble(found))
        if what == "blocks":
            return list(found)
        told(*found)
    raise Unreadable(Trouble.TOO_SLOW)


def _work(there: "Connection", kind: str, data: bytes, memory: int) -> None:
    """Read, in the process apart; what is sent is ours, never something the document made."""
    _limit(memory)
    try:
        module, name = READERS[kind]
        read = getattr(import_module(module), name)
        there.send(("blocks", read(data, lambda page, of: there.send(("page", (page, of))))))
    except Unreadable as why:
        there.send(("trouble", why.trouble.value))
    except MemoryError:
        there.send(("trouble", Trouble.TOO_BIG.value))
    there.close()


def _limit(memory: int) -> None:
    """Bound the memory where the machine can; elsewhere the time alone is a bound."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
