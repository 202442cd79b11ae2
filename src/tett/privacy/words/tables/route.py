"""Changes of the school calendar."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "route.Amendment", _("Endringer du har gjort i skoleruta"), About.WRITERS, Purpose.PROVE, Basis.PROOF,
        Keeps.WORK, Readers.SCHOOL,
        {
            **told(Kind.ORDINARY, at=_("når"), by=_("av"), school=_("skole")),
            **untold(
                "id public_id calendar owner starts_in what standing before after reading effects schools counted"
                " followed settled_at"
            ),
        },
        own=("by",),
    ),
)  # fmt: skip
