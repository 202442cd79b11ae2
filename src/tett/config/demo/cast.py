"""Whom one can log in as in the demo."""

from collections.abc import Iterator
from typing import NamedTuple

from tett.access.words import Role
from tett.config.demo.school import Builder
from tett.people.models import Login, Person


class Part(NamedTuple):
    """Somebody to be: a user name, what they are to the school, and in which group they are shown."""

    username: str
    what: str
    group: str
    person: Person


LEADERS, STAFF, STUDENTS, OTHERS = "Ledelsen", "Ansatte", "Elever og foresatte", "Andre"


def parts(builder: Builder) -> Iterator[Part]:
    """Give the parts of one school."""
    for username, what, group, person in (*_staff(builder), *_students(builder)):
        yield Part(f"{username}.{builder.school.slug}", what, group, person)


def _staff(builder: Builder) -> Iterator[tuple[str, str, str, Person]]:
    staff = builder.staff
    yield "rektor", "rektor", LEADERS, staff[Role.PRINCIPAL][0]
    yield "avdelingsleder", "avdelingsleder, Naturbruk", LEADERS, staff[Role.DEPARTMENT_HEAD][0]
    yield "kontaktlarer", "kontaktlærer i 1NAA", STAFF, staff[Role.CONTACT_TEACHER][0]
    yield "faglarer", "faglærer", STAFF, staff[Role.SUBJECT_TEACHER][-1]
    yield "radgiver", "rådgiver", STAFF, staff[Role.COUNSELLOR][0]
    yield "helsesykepleier", "helsesykepleier", STAFF, staff[Role.NURSE][0]
    yield "miljoveileder", "miljøveileder", STAFF, staff[Role.ENVIRONMENT_WORKER][0]
    yield "folkehelse", "folkehelsekoordinator", STAFF, staff[Role.PUBLIC_HEALTH][0]
    yield "vikar", "vikar fram til jul", STAFF, staff[Role.TEMP][0]
    yield "vikar-sluttet", "vikar som sluttet i går", STAFF, staff[Role.TEMP][-1]


def _students(builder: Builder) -> Iterator[tuple[str, str, str, Person]]:
    first, last = builder.in_class("1NAA"), builder.in_class("3LBA")
    yield "elev", "elev i 1NAA", STUDENTS, first[8]
    yield "tillitselev", "tillitselev i 1NAA", STUDENTS, first[0]
    yield "elevradet", "leder for elevrådet", STUDENTS, builder.staff[Role.COUNCIL_BOARD][0]
    yield "deltaker", "voksen deltaker", STUDENTS, builder.in_class("AGRA")[3]
    yield "foresatt", "foresatt til en elev i 1NAA", STUDENTS, _guardian(first[8], 0)
    yield "foresatt-uten", "forelder uten foreldreansvar", STUDENTS, _guardian(first[6], -1)
    yield "foresatt-18", "forelder til en som har fylt 18, uten samtykke", STUDENTS, _guardian(last[1], 0)
    yield "foresatt-samtykke", "forelder til en som har fylt 18, med samtykke", STUDENTS, _guardian(last[0], 0)


def _guardian(student: Person, which: int) -> Person:
    return list(student.guardians.order_by("pk"))[which].guardian


def give_logins(chosen: list[Part]) -> None:
    """Give everybody in the cast a way in that no password opens: only the demo's own page does."""
    for part in chosen:
        login = Login(person=part.person, username=part.username)
        login.set_unusable_password()
        login.save(force_insert=True)
