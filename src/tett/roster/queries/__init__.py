"""Reading imports, and what they compare with."""
