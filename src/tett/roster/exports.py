"""Lists that people take along: empty ones to fill in, and what was odd in the one they sent."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from tett.documents.sheets import Sheet, workbook
from tett.roster.queries.pages import ToldLine
from tett.roster.rules.headings import columns_of
from tett.roster.words import Holds

#: Columns that are rarely filled in are left out of the empty list; they are described on the page of columns.
RARE = frozenset({"whole", "postcode", "town", "student_national", "national"})


def empty_list(holds: Holds, at: datetime) -> bytes:
    """Give a list with our own headings and a line that shows what to write."""
    columns = [column for column in columns_of(holds) if column.field not in RARE]
    example = [column.example for column in columns]
    return workbook([Sheet(str(holds.label), [column.heading for column in columns], [example])], str(holds.label), at)


def odd_sheet(lines: Sequence[ToldLine], at: datetime) -> bytes:
    """Give what was odd, line by line; whatever somebody wrote in the list is text, never a formula."""
    head = [_("Linje"), _("Fil"), _("Navn"), _("Hva er rart")]
    rows = [(line.line, line.file, line.name, " ".join(line.sentences)) for line in lines]
    return workbook([Sheet(_("Rart"), head, rows)], _("Rart i listen"), at)
