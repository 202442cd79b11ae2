"""What a letter is made of, where a notice may lead, and how long to wait before trying again."""

from tett.notify.rules.letter import Letter, as_line, own_path

__all__ = ["Letter", "as_line", "own_path"]
