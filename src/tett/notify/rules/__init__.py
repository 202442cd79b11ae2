"""What a letter is made of, where a notice may lead, and how long to wait before trying again."""

from tett.notify.rules.letter import Letter, as_line, own_path
from tett.notify.rules.patience import LEASE, TRIES, closes_address, may_try, wait_after

__all__ = ["LEASE", "TRIES", "Letter", "as_line", "closes_address", "may_try", "own_path", "wait_after"]
