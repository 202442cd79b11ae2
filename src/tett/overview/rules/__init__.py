"""How counts become a judgement, and what comes next."""

from tett.overview.rules.health import Count, health, total
from tett.overview.rules.quiet import quiet_for

__all__ = ["Count", "health", "quiet_for", "total"]
