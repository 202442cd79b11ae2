"""How far a letter has come, and every sentence the post office may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far a letter in the outbox has come; from ``sent`` on it has come to its end."""

    WAITING = "waiting", _("venter")
    HELD = "held", _("er hentet")
    LEAVING = "leaving", _("overleveres")
    SENT = "sent", _("sendt")
    UNSURE = "unsure", _("kanskje sendt")
    REFUSED = "refused", _("avvist")
    GIVEN_UP = "given_up", _("oppgitt")
    DROPPED = "dropped", _("ikke lenger aktuell")


#: What nobody tries to send any more.
ENDED = (State.SENT, State.UNSURE, State.REFUSED, State.GIVEN_UP, State.DROPPED)
#: What somebody may still come to send.
UNDER_WAY = (State.WAITING, State.HELD, State.LEAVING)

ADDRESS_REFUSED = _(
    "E-postadressen din tok ikke imot e-post fra Tett, så vi har sluttet å sende. Se om adressen er riktig."
)
