"""Documents that are made once and fetched often."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, untold

TABLES = (
    Table(
        "documents.Paper", _("Ferdige dokumenter, til de lages på nytt"), About.NOBODY, Purpose.RUN, Basis.NONE,
        Keeps.WORK, Readers.SCHOOL,
        untold("content", Kind.FREE) | untold("id key state ordered_at made_at lasting"),
    ),
)  # fmt: skip
