"""Backups: taken while people work, checked before they are believed, and restored with a way back."""
