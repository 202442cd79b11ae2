"""How states look: a colour, a shape and a word each. Late is amber: red is kept for danger."""

from django.utils.translation import gettext_lazy as _

STATES: dict[str, tuple[str, str, object]] = {
    "open": ("neutral", "ring", _("åpen")),
    "waiting": ("neutral", "ring", _("venter")),
    "on_track": ("info", "half", _("i rute")),
    "done": ("success", "check", _("gjort")),
    "late": ("warning", "clock", _("burde vært gjort")),
    "hole": ("warning", "gap", _("mangler ansvarlig")),
    "not_done": ("warning", "cross", _("ikke gjort")),
    "not_relevant": ("neutral", "dash", _("ikke aktuelt")),
    "cancelled": ("neutral", "dash", _("avlyst")),
    "settled": ("neutral", "dash", _("lagt til side")),
    "nothing": ("neutral", "dash", _("ingen oppgaver")),
    "aside": ("neutral", "dash", _("lagt til side")),
    "past": ("neutral", "check", _("har vært")),
    "now": ("info", "half", _("pågår nå")),
    "coming": ("neutral", "ring", _("kommer")),
}
