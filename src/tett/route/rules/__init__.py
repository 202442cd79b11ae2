"""Editing, counting, drawing and reading school routes."""
