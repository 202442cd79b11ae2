"""Reading lists in: received, checked, confirmed, written, let go of."""
