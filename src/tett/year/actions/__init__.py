"""Laying out the year."""

from tett.year.actions.unfold import unfold, unfold_many

__all__ = ["unfold", "unfold_many"]
