"""The pages of school routes."""
