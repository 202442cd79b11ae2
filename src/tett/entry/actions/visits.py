"""Sessions: noted as they begin, and ended by whose they are or because a way in was changed."""

from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.entry.access import may_end_visit
from tett.entry.models import Ticket, Visit
from tett.entry.rules.devices import browser_of, system_of
from tett.entry.rules.factors import STRONG
from tett.entry.words import NOT_YOURS, How
from tett.people.models import Login


@transaction.atomic
def note_visit(login: Login, session_key: str, agent: str, how: How, *, by: Actor, at: datetime) -> Visit:
    """Write down that somebody came in; log-ins that are over are forgotten, and slips and links open no longer."""
    over = Visit.objects.filter(login=login).exclude(session_key__in=Session.objects.values("session_key"))
    over.delete()
    Visit.objects.filter(session_key=session_key).delete()
    unused = Ticket.objects.filter(person=login.person_id, used_at__isnull=True, ended_at__isnull=True)
    unused.update(ended_at=at)
    visit = Visit.objects.create(
        login=login, session_key=session_key, browser=browser_of(agent), system=system_of(agent), how=how, begun_at=at
    )
    record("login.used", login.person, by=by, at=at, facts={"how": how.value})
    return visit


def keep_session(session: SessionBase, *, by: Actor) -> str:  # noqa: ARG001 - nobody is known yet
    """Give the session's key; a stranger's session gets one when there is something to count or to remember."""
    if not session.session_key:
        session.create()
    return str(session.session_key)


def move_visit(old_key: str, new_key: str, how: How, *, by: Actor) -> None:  # noqa: ARG001 - one's own, as it goes on
    """Let a log-in go on under the session's new key."""
    Visit.objects.filter(session_key=old_key).update(session_key=new_key, how=how)


@transaction.atomic
def end_visit(visit: Visit, *, by: Actor, at: datetime) -> None:
    """End one of somebody's own log-ins; whoever sits there is out at the next tap."""
    if not may_end_visit.allows(by, visit):
        raise Refusal(NOT_YOURS)
    _end([visit.session_key])
    record("session.ended", visit.login.person, by=by, at=at, facts={"number": 1})


@transaction.atomic
def end_other_visits(session_key: str, *, by: Actor, at: datetime) -> int:
    """End all of somebody's own log-ins but this one."""
    others = may_end_visit.filter(by, Visit.objects.exclude(session_key=session_key)).select_related("login")
    found = list(others)
    if found:
        _end([visit.session_key for visit in found])
        record("session.ended", found[0].login.person, by=by, at=at, facts={"number": len(found)})
    return len(found)


def end_weak_visits(login: Login, *, by: Actor) -> None:  # noqa: ARG001 - part of what the caller records
    """End log-ins by one step, now that the login asks for two."""
    weak = Visit.objects.filter(login=login).exclude(how__in=STRONG)
    _end(list(weak.values_list("session_key", flat=True)))


def end_all_visits(login: Login, *, but: str = "", by: Actor) -> None:  # noqa: ARG001 - part of what the caller records
    """End every log-in of somebody; part of an action that changes their way in."""
    _end(list(Visit.objects.filter(login=login).exclude(session_key=but).values_list("session_key", flat=True)))


def _end(keys: list[str]) -> None:
    Session.objects.filter(pk__in=keys).delete()
    Visit.objects.filter(session_key__in=keys).delete()
