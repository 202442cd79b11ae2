"""Secrets, tags, limits and the lines of calendars."""
