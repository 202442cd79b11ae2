"""What ./tett is made of, and what only those who develop Tett need."""
