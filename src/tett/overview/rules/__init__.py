"""How counts become a judgement, and what comes next."""

from tett.overview.rules.health import health, total
from tett.overview.rules.quiet import quiet_for

__all__ = ["health", "quiet_for", "total"]
