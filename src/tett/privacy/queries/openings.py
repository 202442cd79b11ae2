"""Who has opened the page about somebody: read from the log, told by role and day."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from tett.access.rules import Actor
from tett.access.words import label_of
from tett.audit.models import Event
from tett.people.models import Enrolment, Person

#: How far back the page looks; the log goes further, and the school can be asked.
DAYS = 180


@dataclass(frozen=True)
class Opening:
    """Somebody with a role opened what tells of somebody, so many times on a day."""

    day: date
    role: str
    what: str
    times: int


def who_has_seen_me(actor: Actor) -> tuple[Opening, ...]:
    """Give who has opened one's page, or a list with how one is reached; never by name (three queries)."""
    since = actor.now - timedelta(days=DAYS)
    asked = _my_page(actor) | _my_classes(actor)
    rows = Event.objects.filter(asked, at__gte=since).exclude(person_id=actor.person_id)
    counted = Counter(
        (timezone.localdate(at), str(facts.get("as", "")), what)
        for at, facts, what in rows.values_list("at", "facts", "what")
    )
    found = (Opening(day, label_of(role), what, times) for (day, role, what), times in counted.items())
    return tuple(sorted(found, key=lambda one: (one.day, one.what, one.role), reverse=True))


def _my_page(actor: Actor) -> Q:
    mine = Person.objects.filter(pk=actor.person_id or 0).values_list("public_id", flat=True)
    return Q(what="person.opened", thing="people.Person", thing_id__in=list(mine))


def _my_classes(actor: Actor) -> Q:
    """Whoever opened the list of a class saw those who were in it on that day."""
    asked = Q(pk__in=[])
    for row in Enrolment.objects.filter(student=actor.person_id).select_related("school_class"):
        there = Q(what="class.opened", thing="people.SchoolClass", thing_id=row.school_class.public_id)
        there &= Q(at__date__gte=row.starts)
        asked |= there & Q(at__date__lte=row.ends) if row.ends else there
    return asked
