"""The pages of notices and choices."""
