"""Django's SQLite backend on a SQLite that is safe with several writers."""
