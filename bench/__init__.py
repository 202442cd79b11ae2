"""Benchmarks, run by hand (``./tett bench``): how many times the cost of nothing at all the work is."""
