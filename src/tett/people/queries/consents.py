"""What an adult student has let former guardians see."""

from dataclasses import dataclass
from datetime import date

from tett.access.rules import Actor
from tett.access.words import Role
from tett.people.models import Consent, Guardianship, Person
from tett.people.rules import eighteenth_birthday, is_adult


@dataclass(frozen=True)
class Follower:
    """Somebody who was one's guardian, and the consent that holds or is to come."""

    guardian: Person
    consent: Consent | None


@dataclass(frozen=True)
class MyConsents:
    """A student's own page about who may follow."""

    adult: bool
    #: When somebody who isn't an adult becomes one.
    adult_on: date | None
    followers: tuple[Follower, ...]


def my_consents(actor: Actor) -> MyConsents | None:
    """Give a student's former guardians with their consents (three queries); None for who never was a student."""
    student = myself(actor)
    if student is None or not actor.holds(Role.STUDENT):
        return None
    rights = Guardianship.objects.filter(student=student).select_related("guardian")
    people = {row.guardian_id: row.guardian for row in rights.order_by("starts", "pk")}
    given = Consent.objects.filter(student=student, ends__gte=actor.day, withdrawn_at__isnull=True)
    consents = {row.guardian_id: row for row in given.order_by("-ends")}
    followers = tuple(Follower(person, consents.get(pk)) for pk, person in people.items())
    day = eighteenth_birthday(student.birth_date) if student.birth_date else None
    return MyConsents(is_adult(student.birth_date, actor.day), day, followers)


def former_guardian(actor: Actor, public_id: str) -> Person | None:
    """Give one of those who were the actor's guardians, or None."""
    rights = Guardianship.objects.filter(student=actor.person_id).order_by().values("guardian")
    return Person.objects.filter(public_id=public_id, pk__in=rights).first()


def own_consent(actor: Actor, public_id: str) -> Consent | None:
    """Give a consent that the actor has given, or None."""
    return Consent.objects.filter(public_id=public_id, student=actor.person_id).first()


def myself(actor: Actor) -> Person | None:
    """Give the one who acts."""
    return Person.objects.filter(pk__in=[actor.person_id or 0]).first()
