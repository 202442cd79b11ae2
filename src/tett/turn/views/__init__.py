"""The pages of the turn."""
