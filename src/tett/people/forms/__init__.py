"""What we ask people to write."""
