"""The plan: a public document, but for who read it in, reviewed and adopted it."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "plan.Edition", _("Utgaver av planen du har lest inn eller vedtatt"), About.WRITERS, Purpose.PLAN, Basis.DUTY,
        Keeps.WORK, Readers.EVERYBODY,
        {
            **told(
                Kind.ORDINARY, title=_("plan"), read_at=_("lest inn"), read_by=_("lest inn av"),
                adopted_at=_("vedtatt"), adopted_by=_("vedtatt av"),
            ),
            **untold("text", Kind.FREE),
            **untold(
                "id public_id school number state last_revised revision_month remarks in_force_from in_force_until"
            ),
        },
        own=("read_by", "adopted_by"),
    ),
    Table(
        "plan.Section", _("Deler av planen"), About.NOBODY, Purpose.PLAN, Basis.NONE, Keeps.WORK, Readers.EVERYBODY,
        untold("id public_id edition number heading letter"),
    ),
    Table(
        "plan.Passage", _("Avsnitt i planen"), About.NOBODY, Purpose.PLAN, Basis.NONE, Keeps.WORK, Readers.EVERYBODY,
        {**untold("text", Kind.FREE), **untold("id public_id edition section number kind starts ends row column")},
    ),
    Table(
        "plan.Reading", _("Dokumenter du har lastet opp"), About.WRITERS, Purpose.PLAN, Basis.DUTY, Keeps.WORK,
        Readers.LEADERS,
        {
            **told(Kind.ORDINARY, school=_("skole"), sent_at=_("når"), sent_by=_("av")),
            **told(Kind.FREE, name=_("filnavn")),
            **untold("content pasted sentence", Kind.FREE),
            **untold("id public_id state page pages language"),
        },
        own=("sent_by",),
        writer=("sent_by",),
    ),
    Table(
        "plan.Link", _("Lenker i planen"), About.NOBODY, Purpose.PLAN, Basis.NONE, Keeps.WORK, Readers.EVERYBODY,
        untold("id edition label address"),
    ),
    Table(
        "plan.Commitment", _("Løfter du har gått gjennom"), About.WRITERS, Purpose.PLAN, Basis.DUTY, Keeps.WORK,
        Readers.EVERYBODY,
        {
            **told(Kind.ORDINARY, title=_("løfte"), reviewed_at=_("gått gjennom"), reviewed_by=_("av")),
            **untold("text", Kind.FREE),
            **untold(
                "id public_id edition code order passage bearer co_bearers audience levels schedule evidence"
                " act_section reasons remarks review"
            ),
        },
        own=("reviewed_by",),
    ),
)  # fmt: skip
