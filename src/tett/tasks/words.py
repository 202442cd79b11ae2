"""Terms of duties and tasks, and the sentences their rules may say."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Evidence(TextChoices):
    """What completes a duty."""

    CONFIRMATION = "confirmation", _("bekreftelse")
    NOTE = "note", _("et kort notat")
    FILE = "file", _("lenke eller fil")
    MEETING = "meeting", _("møte")
    SURVEY = "survey", _("kartlegging")
    TALK = "talk", _("samtale")
    ACTIVITY = "activity", _("aktivitet")
    READING = "reading", _("lest og bekreftet")
    PUBLISHED = "published", _("åpen på nettsiden")
    ALWAYS = "always", _("gjelder alltid")


class State(TextChoices):
    """What has become of a task."""

    OPEN = "open", _("åpen")
    DONE = "done", _("gjort")
    NOT_DONE = "not_done", _("ikke gjort")
    NOT_RELEVANT = "not_relevant", _("ikke aktuelt")
    CANCELLED = "cancelled", _("avlyst")


class Happened(TextChoices):
    """What a line of a task's history tells."""

    COMPLETED = "completed", _("gjort")
    NOT_DONE = "not_done", _("ikke gjort")
    NOT_RELEVANT = "not_relevant", _("ikke aktuelt")
    MOVED = "moved", _("flyttet")
    REOPENED = "reopened", _("åpnet igjen")
    GIVEN = "given", _("fikk ny ansvarlig")
    CANCELLED = "cancelled", _("avlyst")


class ProofKind(TextChoices):
    """In which form something is shown to have been done."""

    NOTE = "note", _("notat")
    LINK = "link", _("lenke")
    FILE = "file", _("fil")
