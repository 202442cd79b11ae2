"""What those who keep Tett running look at: health, numbers, and a line for each answer."""
