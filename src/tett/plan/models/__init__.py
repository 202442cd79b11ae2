"""Editions of a school's plan, their sections and passages, and the commitments found in them."""

from tett.plan.models.commitment import Commitment
from tett.plan.models.edition import Edition, Link, Passage, Section
from tett.plan.models.reading import Reading

__all__ = ["Commitment", "Edition", "Link", "Passage", "Reading", "Section"]
