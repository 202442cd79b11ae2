"""Everybody at every door: who is asked, what is asked for, and what they may get."""
