"""Where somebody is logged in."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session

from tett.access.rules import Actor
from tett.entry.access import may_end_visit
from tett.entry.models import Visit


@dataclass(frozen=True)
class VisitLine:
    """One of somebody's log-ins: on what, when last used, and whether it is this one."""

    visit: Visit
    seen_at: datetime
    here: bool


def visits_of(actor: Actor, session_key: str, at: datetime) -> list[VisitLine]:
    """Give where somebody is logged in, this one first and then the last used (two queries)."""
    visits = may_end_visit.filter(actor, Visit.objects.order_by("-begun_at"))
    open_ones = {row.pk: row for row in Session.objects.filter(pk__in=visits.values("session_key"), expire_date__gt=at)}
    lines = [
        VisitLine(visit, _seen(open_ones[visit.session_key], visit), visit.session_key == session_key)
        for visit in visits
        if visit.session_key in open_ones
    ]
    return sorted(lines, key=lambda line: (not line.here, -line.seen_at.timestamp()))


def own_visit(actor: Actor, public_id: str) -> Visit | None:
    """Give one of somebody's own log-ins."""
    return may_end_visit.filter(actor, Visit.objects.filter(public_id=public_id)).first()


def _seen(session: Session, visit: Visit) -> datetime:
    said = session.get_decoded().get("seen")
    return datetime.fromisoformat(said) if said else visit.begun_at
