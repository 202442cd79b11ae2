"""Pages of coming in."""
