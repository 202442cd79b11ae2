"""Notices, and the outbox of letters."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "notify.Notice", _("Varsler til deg"), About.ALL, Purpose.TELL, Basis.DUTY, Keeps.WORK, Readers.SELF,
        {
            **told(Kind.ORDINARY, why=_("hvorfor"), at=_("når"), read_at=_("lest")),
            **untold("person_id", Kind.ORDINARY),
            **untold("id public_id kind address key"),
        },
        own=("person_id",),
    ),
    Table(
        "notify.Mail", _("E-post som er på vei til deg, eller er sendt"), About.ALL, Purpose.TELL, Basis.DUTY,
        Keeps.WORK, Readers.NOBODY,
        {
            **told(Kind.ORDINARY, subject=_("emne"), state=_("tilstand"), posted_at=_("lagt i utboksen")),
            **untold("to", Kind.GUARDED),
            **untold("person_id lines address", Kind.ORDINARY),
            **untold("id key language message_id until attempts next_at holder held_until ended_at trouble"),
        },
        own=("person_id",),
    ),
    Table(
        "notify.ClosedAddress", _("At e-postadressen din ikke tar imot"), About.ALL, Purpose.TELL, Basis.DUTY,
        Keeps.BELONGS, Readers.NOBODY,
        {
            **told(Kind.ORDINARY, since=_("siden")),
            **untold("hashed", Kind.SECRET),
            **untold("person_id", Kind.ORDINARY),
            **untold("id"),
        },
        own=("person_id",),
    ),
    Table(
        "notify.Line", _("Om e-posttjeneren virker"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED,
        Readers.OWNER, untold("id sent_at failing_since next_at failures trouble"),
    ),
)  # fmt: skip
