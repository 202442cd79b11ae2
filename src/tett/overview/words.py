"""Words of the overviews."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Health(TextChoices):
    """How something promised is doing today."""

    NOTHING = "nothing", _("ingen oppgaver")
    WAITING = "waiting", _("venter")
    ON_TRACK = "on_track", _("i rute")
    DONE = "done", _("gjort")
    LATE = "late", _("over tiden")
    HOLE = "hole", _("mangler ansvarlig")


class Step(TextChoices):
    """What the leadership has to do next before the year can run."""

    READ_IN = "read_in", _("Les inn handlingsplanen")
    REVIEW = "review", _("Gå gjennom planen")
    UNFOLD = "unfold", _("Legg ut skoleåret")
    RUNNING = "running", _("Året er i gang")
