"""Which edition somebody may have on paper."""

from tett.access.rules import Actor
from tett.plan.access import may_read
from tett.plan.models import Edition
from tett.plan.queries.editions import ANY_NUMBER


def edition_on_paper(actor: Actor, slug: str, number: int) -> Edition | None:
    """Give an edition by its address to those who may read it: the adopted ones to everybody (one query)."""
    if number > ANY_NUMBER:
        return None
    rows = Edition.objects.filter(school__slug=slug, number=number).select_related("school", "adopted_by")
    return may_read.filter(actor, rows).first()
