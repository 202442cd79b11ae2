"""Documents on their way to be read."""

from tett.access.rules import Actor
from tett.people.models import School
from tett.people.queries import actor_for
from tett.plan.access import may_own_plan
from tett.plan.models import Reading


def reading_of(actor: Actor, school: School) -> Reading | None:
    """Give the school's latest document, without the file, to those who may read in its plan (one query)."""
    schools = may_own_plan.filter(actor, School.objects.filter(pk=school.pk)).values("pk")
    return Reading.objects.filter(school__in=schools).defer("content").first()


def sender_of(actor: Actor, reading: Reading) -> Actor:
    """Give the one who sent a document, with the roles they hold by now: a job reads it on their behalf."""
    return actor_for(reading.sent_by, actor.now)
