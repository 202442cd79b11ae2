"""The first start, and the guide through it."""
