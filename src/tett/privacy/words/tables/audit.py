"""The log."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, untold

TABLES = (
    Table(
        "audit.Event", _("Loggen over hva du har gjort"), About.ALL, Purpose.PROVE, Basis.PROOF, Keeps.LOG,
        Readers.NOBODY,
        {
            **untold("at what person_id login_id thing_id facts", Kind.ORDINARY),
            **untold("id serial thing school_id previous link"),
        },
        counted=("person_id",),
    ),
    Table(
        "audit.Head", _("Loggens ende"), About.NOBODY, Purpose.PROVE, Basis.NONE, Keeps.INSTALLED, Readers.NOBODY,
        untold("id serial link"),
    ),
)  # fmt: skip
