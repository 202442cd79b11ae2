"""How the plan became the year's tasks."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "year.Undertaking", _("Hvilken oppgave et løfte ble"), About.NOBODY, Purpose.PLAN, Basis.NONE, Keeps.WORK,
        Readers.NOBODY, untold("id commitment duty"),
    ),
    Table(
        "year.Unfolding", _("Skoleår du har lagt ut"), About.WRITERS, Purpose.PROVE, Basis.PROOF, Keeps.WORK,
        Readers.SCHOOL,
        {
            **told(Kind.ORDINARY, at=_("når"), by=_("av"), school=_("skole")),
            **untold("id public_id edition starts_in created changed cancelled"),
        },
        own=("by",),
    ),
)  # fmt: skip
