"""Coming in, being let in, and going out."""
