"""Ways to prove who one is."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "entry.Passkey", _("Passnøklene dine"), About.ALL, Purpose.ENTER, Basis.ACCESS, Keeps.BELONGS, Readers.SELF,
        {
            **told(Kind.ORDINARY, name=_("navn"), added_at=_("lagt til"), used_at=_("sist brukt")),
            **untold("credential_id public signs", Kind.SECRET),
            **untold("id public_id login"),
        },
        own=("login__person",),
    ),
    Table(
        "entry.CodeApp", _("Kodeappen din"), About.ALL, Purpose.ENTER, Basis.ACCESS, Keeps.BELONGS, Readers.SELF,
        {
            **told(Kind.ORDINARY, added_at=_("lagt til"), used_at=_("sist brukt")),
            **untold("sealed last_step", Kind.SECRET),
            **untold("login"),
        },
        own=("login__person",),
    ),
    Table(
        "entry.RecoveryCode", _("Reservekodene dine"), About.ALL, Purpose.ENTER, Basis.ACCESS, Keeps.BELONGS,
        Readers.SELF,
        {**told(Kind.ORDINARY, used_at=_("brukt")), **untold("mark", Kind.SECRET), **untold("id login")},
        own=("login__person",),
    ),
    Table(
        "entry.Ticket", _("Invitasjoner og lenker for å komme inn"), About.ALL, Purpose.ENTER, Basis.ACCESS,
        Keeps.BELONGS, Readers.SELF,
        {
            **told(
                Kind.ORDINARY, purpose=_("hva den er til"), made_at=_("laget"), expires_at=_("går ut"),
                used_at=_("brukt"), ended_at=_("avsluttet"), made_by=_("laget av"),
            ),
            **untold("mark", Kind.SECRET),
            **untold("id public_id person"),
        },
        own=("person",),
    ),
    Table(
        "entry.Asked", _("At noen har glemt passordet, forseglet"), About.CALLERS, Purpose.ENTER, Basis.ACCESS,
        Keeps.HOUR, Readers.NOBODY, {**untold("sealed", Kind.SECRET), **untold("id at")},
    ),
    Table(
        "entry.Visit", _("Hvor du er logget inn nå"), About.ALL, Purpose.ENTER, Basis.ACCESS, Keeps.SESSION,
        Readers.SELF,
        {
            **told(
                Kind.ORDINARY, browser=_("nettleser"), system=_("på"), how=_("logget inn med"), begun_at=_("siden")
            ),
            **untold("session_key", Kind.SECRET),
            **untold("id public_id login"),
        },
        own=("login__person",),
    ),
)  # fmt: skip
