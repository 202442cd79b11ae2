"""How commitments are told in words, on pages and on paper."""

from django.utils.translation import gettext as _

from tett.access.words import BEARERS
from tett.plan.models import Commitment


def law_of(section: str) -> str:
    """Say where in the Education Act, or in its regulation, something stands."""
    if section.startswith("forskrift "):
        return _("forskrift til opplæringsloven %(section)s") % {"section": section.removeprefix("forskrift ")}
    return _("opplæringsloven %(section)s") % {"section": section}


def bearers_of(commitment: Commitment) -> str:
    """Give who has the responsibility, the first one first."""
    names = dict(BEARERS)
    found = [str(names[b]) for b in (commitment.bearer, *commitment.co_bearers) if b in names]
    if found[1:]:
        return _("%(first)s sammen med %(others)s") % {"first": found[0], "others": ", ".join(found[1:])}
    return found[0] if found else _("ingen")


def audience_of(commitment: Commitment) -> str:
    """Give for whom it is done, with the levels where it isn't all."""
    levels = ", ".join(level.capitalize() for level in commitment.levels)
    return f"{commitment.get_audience_display()} ({levels})" if levels else commitment.get_audience_display()
