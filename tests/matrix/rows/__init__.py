"""Rows of the table of access, a file for each room: ``ROWS``, and if the room plants words of its own, ``KNOWS``."""
