"""What somebody wants to be reminded of."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "reminders.Choice", _("Når og hva du vil bli minnet om"), About.ALL, Purpose.TELL, Basis.DUTY, Keeps.BELONGS,
        Readers.SELF,
        {
            **told(
                Kind.ORDINARY, rhythm=_("hvor ofte"), hour=_("klokken"), free_days=_("også på fridager"),
                team=_("om dem du leder"),
            ),
            **untold("person moved"),
        },
        own=("person",),
    ),
    Table(
        "reminders.Climb", _("Oppgaver som er løftet til en leder fordi de har ligget for lenge"), About.STAFF,
        Purpose.TELL, Basis.PROOF, Keeps.WORK, Readers.RESPONSIBLE,
        {
            **told(Kind.ORDINARY, due=_("frist"), day=_("dag"), leader=_("leder")),
            **untold("id task"),
        },
        own=("leader",),
        counted=("task__responsible",),
    ),
)  # fmt: skip
