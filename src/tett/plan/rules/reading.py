"""Reading a whole plan: from plain text to sections, passages and proposals."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tett.plan.rules import facts
from tett.plan.rules.blocks import Block, Labelled, Piece, blocks_of
from tett.plan.rules.columns import Column, Head
from tett.plan.rules.contradictions import mark_contradictions
from tett.plan.rules.decoding import check_readable, decode
from tett.plan.rules.headings import Heading, Letters, read_heading
from tett.plan.rules.proposals import Proposal
from tett.plan.rules.prose import Context, read_prose
from tett.plan.rules.rows import read_rows
from tett.plan.rules.shapes import ReadCommitment, ReadPassage, ReadPlan, ReadSection, Reason, Reference
from tett.plan.rules.stretch import Stretch
from tett.plan.rules.tables import Row, Table
from tett.plan.rules.writing import SectionReader, has_content

__all__ = [
    "ReadCommitment", "ReadPassage", "ReadPlan", "ReadSection", "Reason", "Reference", "decode", "read_plan", "remarks_at",
]  # fmt: skip
