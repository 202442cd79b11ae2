"""Benchmarks: how much slower than nothing at all the work is, measured in the same run. Run by hand: ``./tett bench``."""
