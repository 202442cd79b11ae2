"""What reading a list in would do."""

from tett.roster.rules.plan.make import make_plan
from tett.roster.rules.plan.plan import Line, Plan

__all__ = ["Line", "Plan", "make_plan"]
