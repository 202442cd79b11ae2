"""The demo schools."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from tett.access.rules import Actor
from tett.access.words import Role
from tett.base.clock import now
from tett.config.demo.cast import OTHERS, Part, give_logins, parts
from tett.config.demo.life import live
from tett.config.demo.school import Builder, open_school, owner_with_calendar
from tett.people.models import Assignment, Owner, Person, School
from tett.ui.sorting import sort_key

SCHOOLS = (
    ("Jønsberg videregående skole (demo)", "jonsberg", 0),
    ("Lysdal videregående skole (demo)", "lysdal", 1000),
)


class Command(BaseCommand):
    """Fill an empty demo with two invented schools, one of which is in the middle of its year."""

    help = "Makes the demo schools; does nothing when they are there, and refuses outside a demo."

    def handle(self, **_options: Any) -> None:
        """Build people in one transaction, then let the second school live."""
        if not settings.DEMO:
            raise CommandError("This is not a demo: set TETT_DEMO=1.")
        if not School.objects.exists():
            at = now()
            nobody = Actor(day=timezone.localdate(at), now=at)
            with transaction.atomic():
                chosen = self.build(nobody)
            self.stdout.write("Living the demo school's year so far …")
            live(School.objects.get(slug="lysdal"), at=at, say=self.stdout.write)
            self.tell(chosen)

    def build(self, nobody: Actor) -> list[Part]:
        """Build the county and the schools, and give the cast its logins."""
        owner = owner_with_calendar(nobody, nobody.now)
        chosen: list[Part] = []
        for name, slug, first_name in SCHOOLS:
            self.stdout.write(f"Inventing {name} …")
            school = open_school(owner, name, slug, nobody.day, nobody, nobody.now)
            builder = Builder(school, nobody.day, first_name)
            builder.build()
            chosen += parts(builder)
        chosen += [_outside(owner, *row) for row in OUTSIDE]
        give_logins(chosen)
        return chosen

    def tell(self, chosen: list[Part]) -> None:
        """Leave the cast where ``./tett run`` finds it."""
        _keep("cast.json", [(part.username, part.what) for part in chosen])
        _keep("parts.json", [_shown(part) for part in chosen])


OUTSIDE = (
    ("fylket", "rådgiver hos skoleeier", Role.COUNTY_OFFICER, "Havblikk", "Fylkesro"),
    ("system", "systemansvarlig", Role.ADMINISTRATOR, "Tast", "Tjenermo"),
)


def _keep(name: str, rows: object) -> None:
    settings.DATA.joinpath(name).write_text(json.dumps(rows, ensure_ascii=False), "utf-8")


def _shown(part: Part) -> dict[str, str]:
    school = part.username.rpartition(".")[2].capitalize().replace("Jonsberg", "Jønsberg")
    heading = part.group if "." not in part.username else f"{school}: {part.group.lower()}"
    return {"username": part.username, "what": part.what, "heading": heading}


def _outside(owner: Owner, username: str, what: str, role: Role, given: str, family: str) -> Part:
    """Make somebody who works for the school owner."""
    person = Person.objects.create(
        owner=owner, given_name=given, family_name=family, sort_key=sort_key(f"{family} {given}")
    )
    Assignment.objects.create(person=person, role=role, owner=owner, starts="2020-01-01")
    return Part(username, what, OTHERS, person)
