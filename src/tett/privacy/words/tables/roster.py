"""Lists from the school's other systems."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "roster.Import", _("Lister du har lest inn"), About.WRITERS, Purpose.IMPORT, Basis.PROOF, Keeps.WORK,
        Readers.LEADERS,
        {
            **told(Kind.ORDINARY, school=_("skole"), sent_at=_("når"), sent_by=_("av")),
            **told(Kind.FREE, name=_("filnavn")),
            **untold("refusal", Kind.FREE),
            **untold(
                "id public_id starts_in format holds state since fields department end_absent lines same added changed"
                " ended odd absent unusual writes seen"
            ),
        },
        own=("sent_by",),
        writer=("sent_by",),
    ),
    Table(
        "roster.Upload", _("Listen som ble sendt inn, til den er bekreftet"), About.ALL, Purpose.IMPORT, Basis.DUTY,
        Keeps.WEEK, Readers.NOBODY, {**untold("data", Kind.GUARDED), **untold("imported")},
    ),
    Table(
        "roster.Line", _("Linjene i prøvekjøringen av en liste"), About.ALL, Purpose.IMPORT, Basis.DUTY, Keeps.WEEK,
        Readers.LEADERS,
        {**untold("name where told", Kind.GUARDED), **untold("id imported number line file kind odd")},
    ),
    Table(
        "roster.Heading", _("Hva overskriftene i skolens lister betyr"), About.NOBODY, Purpose.IMPORT, Basis.NONE,
        Keeps.INSTALLED, Readers.LEADERS, untold("id school holds heading field"),
    ),
    Table(
        "roster.Listed", _("Roller som kommer fra en liste"), About.STAFF, Purpose.IMPORT, Basis.ACCESS, Keeps.BELONGS,
        Readers.NOBODY, untold("assignment", Kind.ORDINARY), counted=("assignment__person",),
    ),
)  # fmt: skip
