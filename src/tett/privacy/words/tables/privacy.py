"""This room's own."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "privacy.Fault", _("Feil noen har meldt i systemet"), About.CALLERS, Purpose.MEND, Basis.DUTY, Keeps.MESSAGES,
        Readers.OWNER,
        {
            **told(Kind.FREE, text=_("hva som var feil")),
            **told(Kind.ORDINARY, answer_to=_("hvor vi kan svare")),
            **untold("page", Kind.ORDINARY),
            **untold("id public_id at read_at read_by"),
        },
    ),
    Table(
        "privacy.Statement", _("Skoleeiers valg om personvern"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED,
        Readers.EVERYBODY, untold("id owner officer accessibility months"),
    ),
)  # fmt: skip
