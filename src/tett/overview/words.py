"""Words of the overviews."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tett.year.words import Unfolds


class Health(TextChoices):
    """How something promised is doing today."""

    NOTHING = "nothing", _("ingen oppgaver")
    WAITING = "waiting", _("venter")
    ON_TRACK = "on_track", _("i rute")
    DONE = "done", _("gjort")
    SETTLED = "settled", _("lagt til side")
    LATE = "late", _("over tiden")
    HOLE = "hole", _("mangler ansvarlig")


class Step(TextChoices):
    """What the leadership has to do next before the year can run."""

    READ_IN = "read_in", _("Les inn handlingsplanen")
    REVIEW = "review", _("Gå gjennom planen")
    TURN = "turn", _("Gjør årsskiftet")
    UNFOLD = "unfold", _("Legg ut skoleåret")
    RUNNING = "running", _("Året er i gang")


#: What stands at a sentence of the plan that has no tasks.
NO_TASKS = {
    Unfolds.TASKS: _("ingen oppgaver nå"),
    Unfolds.WITH_READING: _("gjelder alltid, bekreftes sammen med lesingen"),
    Unfolds.SHOWN_ON_ROLE: _("gjelder alltid, vises under «Det som alltid gjelder deg»"),
    Unfolds.BY_SYSTEM: _("ordner seg selv når planen er vedtatt"),
    Unfolds.NO_TIME: _("uten tidspunkt, og derfor uten oppgaver"),
}
