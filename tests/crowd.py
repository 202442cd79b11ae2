"""Those who join the cast where it matters who may not see: more roles, more relations, and how to reach everybody.

Sofie is social-pedagogical counsellor, Cato counsellor, Nina the nurse, Vik a temp who is there, Elin from outside.
Kurt is contact teacher of 1TIA, where Bodil sits on the council's board. Finn is Ola's father, without parental
responsibility. Leon is 18 and has consented to his father Lars seeing, not to his mother Mona. Ada's address is
protected; Anne is her mother, and Sofie the one whom the school has named. Per lives with Grete, whose own address is
protected. Nils has a log-in and no role. At the other school Otto is contact teacher of 1OA, where Oda is a student.
"""

from datetime import date, timedelta

from tests.cast import START, TODAY, World
from tett.access.words import Role
from tett.people.models import Consent, Contact, Department, Guardianship, Person, ProtectedReader, SchoolClass
from tett.people.words import ConsentScope, Right


def join(world: World) -> World:
    """Let them all join."""
    _staff(world)
    _students(world)
    _guardians(world)
    _elsewhere(world)
    world.person("nils")
    for name, person in world.people.items():
        Contact.objects.create(person=person, **reach(name))
    return world


def reach(name: str) -> dict[str, str]:
    """Tell how somebody is reached; no word of it stands anywhere else."""
    number = sum(ord(letter) * (at + 7) for at, letter in enumerate(name)) % 9000 + 1000
    return {
        "email": f"{name}@reach.invalid",
        "phone": f"000 {number} 0",
        "address": f"{name.title()}s bortgjemte vei 1",
    }


def _staff(world: World) -> None:
    world.role("sofie", Role.SOCIAL_COUNSELLOR)
    world.role("cato", Role.COUNSELLOR)
    world.role("nina", Role.NURSE)
    world.role("elin", Role.EXTERNAL)
    world.role("vik", Role.TEMP, school_class=world.classes["1NAA"], ends=TODAY)
    world.role("kurt", Role.CONTACT_TEACHER, school_class=world.classes["1TIA"])


def _students(world: World) -> None:
    world.student("ada", "1NAA")
    world.student("leon", "1NAA", birth=date(2008, 9, 14))
    world.student("bodil", "1TIA")
    world.role("bodil", Role.COUNCIL_BOARD)
    protected = world.ada
    protected.protected_address = True
    protected.save(update_fields=["protected_address"])
    ProtectedReader.objects.create(school=world.school, protected=protected, reader=world.sofie, starts=START)


def _guardians(world: World) -> None:
    relate(world, "finn", world.ola, Right.NONE)
    relate(world, "mona", world.leon, Right.PARENTAL)
    lars = relate(world, "lars", world.leon, Right.PARENTAL)
    relate(world, "anne", world.ada, Right.PARENTAL)
    relate(world, "grete", world.per, Right.PARENTAL)
    Person.objects.filter(pk=world.grete.pk).update(protected_address=True)
    Consent.objects.create(
        student=world.leon, guardian=lars, scope=ConsentScope.EVERYTHING, starts=TODAY, ends=TODAY + timedelta(days=90)
    )


def relate(world: World, name: str, student: Person, right: Right) -> Person:
    """Make somebody who is something to a student."""
    guardian = world.person(name)
    Guardianship.objects.create(guardian=guardian, student=student, right=right, source="Folkeregisteret", starts=START)
    return guardian


def _elsewhere(world: World) -> None:
    department = Department.objects.create(school=world.other, name="Alt")
    world.classes["1OA"] = SchoolClass.objects.create(
        school=world.other, department=department, starts_in=2026, level="vg1", programme="Prøve", name="1OA"
    )
    world.role("otto", Role.CONTACT_TEACHER, school=world.other, school_class=world.classes["1OA"])
    world.student("oda", "1OA")
