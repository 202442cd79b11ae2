"""What is declared, held against what there is; how a declaration is told."""

from tett.privacy.rules.check import differences
from tett.privacy.rules.page import bare_path, usable_contact

__all__ = ["bare_path", "differences", "usable_contact"]
