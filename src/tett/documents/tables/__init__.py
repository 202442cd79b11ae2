"""Tables that people send in: lists as text (CSV) or as a sheet (XLSX), read as rows of text with their lines."""

from tett.documents.tables.limits import CELL, Limits
from tett.documents.tables.reading import read_table
from tett.documents.tables.table import Odd, Row, Table

__all__ = ["CELL", "Limits", "Odd", "Row", "Table", "read_table"]
