"""The machinery under every action: forms that were sent, and many rows at once."""

from tett.base.actions.bulk import change_rows, insert_rows, let_others_write
from tett.base.actions.submissions import forget, forget_before, remember, settle

__all__ = ["change_rows", "forget", "forget_before", "insert_rows", "let_others_write", "remember", "settle"]
