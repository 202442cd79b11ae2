"""Reading the year."""
