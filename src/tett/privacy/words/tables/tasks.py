"""What somebody has promised to do, and what shows that it was done."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "tasks.Duty", _("Løfter i planen"), About.NOBODY, Purpose.PLAN, Basis.NONE, Keeps.WORK, Readers.SCHOOL,
        untold("id public_id school title text bearer evidence address"),
    ),
    Table(
        "tasks.Task", _("Oppgaver du har eller har gjort"), About.ALL, Purpose.PLAN, Basis.PROOF, Keeps.WORK,
        Readers.RESPONSIBLE,
        {
            **told(
                Kind.ORDINARY,
                duty=_("oppgave"), school=_("skole"), student=_("gjelder elev"), staff=_("gjelder ansatt"),
                responsible=_("ansvarlig"), opens=_("fra"), due=_("frist"), state=_("tilstand"),
                happened_on=_("skjedde"), closed_at=_("skrevet"), closed_by=_("skrevet av"),
            ),
            **told(Kind.FREE, reason=_("grunn")),
            **untold("id public_id target_key slot department school_class stands_in moved given"),
        },
        own=("responsible", "closed_by"),
        counted=("student", "staff"),
        writer=("closed_by",),
    ),
    Table(
        "tasks.Change", _("Endringer du har gjort på oppgaver"), About.WRITERS, Purpose.PROVE, Basis.PROOF, Keeps.WORK,
        Readers.RESPONSIBLE,
        {
            **told(Kind.ORDINARY, at=_("når"), by=_("av"), what=_("hva")),
            **told(Kind.FREE, reason=_("grunn")),
            **untold("before after", Kind.ORDINARY),
            **untold("id task"),
        },
        own=("by",),
        writer=("by",),
    ),
    Table(
        "tasks.Handover", _("Oppgaver som er overlatt"), About.STAFF, Purpose.PLAN, Basis.PROOF, Keeps.WORK,
        Readers.RESPONSIBLE,
        {
            **told(
                Kind.ORDINARY, giver=_("overlatt av"), taker=_("overtatt av"), starts=_("fra"), ends=_("til"),
                ended_at=_("avsluttet"), school=_("skole"),
            ),
            **untold("id public_id task"),
        },
        own=("giver", "taker"),
    ),
    Table(
        "tasks.Proof", _("Notater, lenker og filer du har lagt på oppgaver"), About.WRITERS, Purpose.PROVE, Basis.PROOF,
        Keeps.WORK, Readers.RESPONSIBLE,
        {
            **told(Kind.ORDINARY, kind=_("slag"), added_at=_("når"), added_by=_("av")),
            **told(Kind.FREE, text=_("tekst"), name=_("filnavn")),
            **untold("file", Kind.FREE),
            **untold("id public_id task content_type sha256 size"),
        },
        own=("added_by",),
        writer=("added_by",),
    ),
    Table(
        "tasks.Draft", _("Kladder"), About.WRITERS, Purpose.PLAN, Basis.DUTY, Keeps.SENT, Readers.SELF,
        {
            **told(Kind.FREE, text=_("tekst")),
            **told(Kind.ORDINARY, at=_("når")),
            **untold("id task person"),
        },
        own=("person",),
        writer=("person",),
    ),
)  # fmt: skip
