"""Reading a plan, and judging what was read."""
