"""What lists say, how it is understood, and what it would do to what is in Tett."""
