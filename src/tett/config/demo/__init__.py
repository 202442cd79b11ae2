"""The demo: two invented schools. Nothing outside this folder knows of it, and it is never loaded in production."""
