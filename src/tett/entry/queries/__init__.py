"""Reading ways in: one's own, those of people one helps, and who has come."""
