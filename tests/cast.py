"""A small school for the tests, and everybody in it.

Jonsberg has two departments. Kari is contact teacher of 1NAA, where Ola and Siri (who is class representative) and
Per are students; Sven teaches there and in 1NAB. Hanne heads their department, Harald the other one, with 1TIA and
the student Tiril. Rita is principal, Dag her deputy. Vera was a temp until yesterday, and Guro is Ola's mother. Carl
works for the county, Adam keeps the system, and Petra is principal of another school.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tett.access.rules import Actor
from tett.access.words import Role
from tett.calendar.rules import school_year_of
from tett.people.models import (
    Assignment,
    Consent,
    Department,
    Enrolment,
    Guardianship,
    Login,
    Owner,
    Person,
    ProtectedReader,
    School,
    SchoolClass,
)
from tett.people.queries import actor_for
from tett.people.words import Right
from tett.tasks.models import Duty, Task
from tett.tasks.words import Evidence

#: A Monday, week 38, at eight in Norway.
NOW = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
TODAY = date(2026, 9, 14)
YESTERDAY = TODAY - timedelta(days=1)
START = date(2026, 8, 1)


@dataclass
class World:
    """The school and everybody in it, by first name."""

    owner: Owner
    school: School
    other: School
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Person:
        """Give somebody by first name, in lower case."""
        try:
            return self.people[name]
        except KeyError as missing:
            raise AttributeError(name) from missing

    def person(self, name: str, birth: date | None = None) -> Person:
        """Make somebody, with a log-in."""
        given = name.capitalize()
        person = Person.objects.create(
            owner=self.owner, given_name=given, family_name="Prøve", sort_key=given.lower(), birth_date=birth
        )
        Login.objects.create(person=person, username=name)
        self.people[name] = person
        return person

    def role(self, name: str, role: Role, **scope: Any) -> Person:
        """Give somebody a role from the start of the school year."""
        person = self.people.get(name) or self.person(name)
        fields = {"school": self.school, "owner": self.owner, "starts": START, **scope}
        Assignment.objects.create(person=person, role=role, **fields)
        return person

    def student(self, name: str, in_class: str, birth: date = date(2010, 5, 1)) -> Person:
        """Make a student of a class."""
        person = self.person(name, birth=birth)
        school_class = self.classes[in_class]
        Enrolment.objects.create(
            student=person, school_id=school_class.school_id, school_class=school_class, starts=START
        )
        return person

    def move_to(self, day: date) -> None:
        """Let this be the school year of another day, as long after its start, and everybody as old as now."""
        moved = day - TODAY
        for model in (Assignment, Enrolment, Guardianship, Consent, ProtectedReader):
            for row in model.objects.all():
                row.starts, row.ends = row.starts + moved, row.ends and row.ends + moved
                row.save(update_fields=["starts", "ends"])
        for person in self.people.values():
            if person.birth_date:
                person.birth_date += moved
                person.save(update_fields=["birth_date"])
        for school_class in self.classes.values():
            school_class.starts_in = school_year_of(day)
            school_class.save(update_fields=["starts_in"])

    def actor(self, name: str, now: datetime = NOW) -> Actor:
        """Give somebody as the one who acts."""
        return actor_for(Login.objects.select_related("person").get(username=name), now)

    def duty(self, evidence: Evidence = Evidence.CONFIRMATION, title: str = "Klassens time") -> Duty:
        """Make a duty of the school."""
        return Duty.objects.create(
            school=self.school,
            title=title,
            text="Kontaktlærer gjennomfører dette med klassen.",
            bearer=Role.CONTACT_TEACHER,
            evidence=evidence,
            address="/jonsberg/planen/1/#K1",
        )

    def task(self, responsible: str | None = "kari", duty: Duty | None = None, **fields: Any) -> Task:
        """Make a task that is open this week."""
        number = Task.objects.count()
        duty = duty or self.duty()
        standard = {
            "school": self.school,
            "opens": TODAY,
            "due": TODAY + timedelta(days=4),
            "slot": "2026-W38",
            "target_key": f"test:{number}",
        }
        person = self.people[responsible] if responsible else None
        return Task.objects.create(duty=duty, responsible=person, **{**standard, **fields})


def _school(owner: Owner, name: str) -> School:
    return School.objects.create(owner=owner, name=f"{name} vgs", short_name=name, slug=name.lower())


def _classes(world: World) -> None:
    nature = Department.objects.create(school=world.school, name="Naturbruk")
    industry = Department.objects.create(school=world.school, name="Teknologi")
    for name, department in (("1NAA", nature), ("1NAB", nature), ("1TIA", industry)):
        world.classes[name] = SchoolClass.objects.create(
            school=world.school, department=department, starts_in=2026, level="vg1", programme="Prøve", name=name
        )


def _people(world: World) -> None:
    classes = world.classes
    world.role("rita", Role.PRINCIPAL)
    world.role("dag", Role.DEPUTY)
    world.role("hanne", Role.DEPARTMENT_HEAD, department=classes["1NAA"].department)
    world.role("harald", Role.DEPARTMENT_HEAD, department=classes["1TIA"].department)
    world.role("kari", Role.CONTACT_TEACHER, school_class=classes["1NAA"])
    world.role("sven", Role.SUBJECT_TEACHER, school_class=classes["1NAA"])
    world.role("sven", Role.SUBJECT_TEACHER, school_class=classes["1NAB"])
    world.role("vera", Role.TEMP, school_class=classes["1NAA"], ends=YESTERDAY)
    world.role("carl", Role.COUNTY_OFFICER, school=None)
    world.role("adam", Role.ADMINISTRATOR)
    world.role("petra", Role.PRINCIPAL, school=world.other)
    for name in ("ola", "siri", "per"):
        world.student(name, "1NAA")
    world.student("tiril", "1TIA")
    world.role("siri", Role.CLASS_REPRESENTATIVE, school_class=classes["1NAA"])
    guro = world.person("guro")
    Guardianship.objects.create(
        guardian=guro, student=world.ola, right=Right.PARENTAL, source="Folkeregisteret", starts=START
    )


def build() -> World:
    """Build the school."""
    owner = Owner.objects.create(name="Prøve fylke", slug="prove")
    made = World(owner, _school(owner, "Jonsberg"), _school(owner, "Annen"))
    _classes(made)
    _people(made)
    return made
