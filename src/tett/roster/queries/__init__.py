"""Reading imports, and what they compare with."""

from tett.roster.queries.known import known_at, public_ids_of
from tett.roster.queries.pages import (
    correction_to_release,
    corrections_of,
    departments_of,
    dry_run,
    import_to_see,
    imports_of,
    login_and_import,
    odd_lines,
    schools_to_import,
    year_choices,
)
from tett.roster.queries.reading import columns_asked, header_of, headings_of, reading_of

__all__ = [
    "columns_asked",
    "correction_to_release",
    "corrections_of",
    "departments_of",
    "dry_run",
    "header_of",
    "headings_of",
    "import_to_see",
    "imports_of",
    "known_at",
    "login_and_import",
    "odd_lines",
    "public_ids_of",
    "reading_of",
    "schools_to_import",
    "year_choices",
]
