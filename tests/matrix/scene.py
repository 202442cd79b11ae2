"""The school with everything that could leak: every name, way to reach somebody and sentence is a word of its own.

A planted word looks like ``zq-kind-name-qz``, so that any answer can be searched for all of them at once.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.core.files.base import ContentFile

from tests.cast import NOW, TODAY, World, build
from tests.crowd import join
from tests.matrix import scenes
from tett.calendar.actions import load_routes, open_calendar
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.people.models import Contact, Person, School
from tett.plan import actions as plan
from tett.plan.models import Commitment, Edition, Passage
from tett.plan.words import Audience, EditionState, Evidence, Review
from tett.tasks.actions import complete, hand_over, mark_not_done, save_draft
from tett.tasks.models import Duty, Handover, Proof, Task
from tett.tasks.words import ProofKind
from tett.year.actions import unfold

WORD = re.compile(r"zq-([a-z]+)-([a-z0-9]+)-qz")
AUGUST = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)
MISSING = "x" * 16
TEXT = """Handlingsplan for et trygt skolemiljø
Prøve videregående skole

Alle ansattes rolle

• Gjøre seg kjent med opplæringsloven kapittel 12 og denne planen ved skolestart.

Kontaktlærers rolle

• Gjennomgå skolereglene med klassen ved skolestart.

• Ha klassens time med klassen hver uke.

Planen revideres i august hvert år. Sist revidert 17.08.26
"""
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n% "


def word(kind: str, name: str) -> str:
    """Plant a word."""
    return f"zq-{kind}-{name}-qz"


@dataclass
class Scene:
    """The world, and what addresses are made of: by kind, and what the tables call it."""

    world: World
    objects: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)


def set_up() -> Scene:
    """Build the whole scene."""
    world = join(build())
    _rename(world)
    _plans(world)
    scene = Scene(world)
    tasks = _tasks(world)
    _evidence(world, tasks)
    _people_and_places(scene)
    _work(scene, tasks)
    _words_of_the_plan(scene)
    for module in iter_modules(scenes.__path__):
        import_module(f"{scenes.__name__}.{module.name}").add(scene)
    return scene


def _rename(world: World) -> None:
    for name, person in world.people.items():
        Person.objects.filter(pk=person.pk).update(family_name=word("name", name))
        Contact.objects.filter(pk=person.pk).update(
            email=f"{word('mail', name)}@reach.invalid", phone=word("phone", name), address=word("address", name)
        )


def _plans(world: World) -> None:
    calendar = open_calendar("Prøve", by=world.actor("rita"), at=NOW)
    load_routes(calendar, by=world.actor("rita"), at=NOW)
    School.objects.update(calendar=calendar)
    for school, leader in ((world.school, "rita"), (world.other, "petra")):
        school.refresh_from_db()
        by = world.actor(leader, AUGUST)
        _adopt(plan.read_in(school, TEXT, by=by, at=AUGUST), world, leader)
        unfold(school, 2026, by=by, at=AUGUST)
        newer = TEXT.replace("hver uke", f"hver uke, {word('draft', school.slug)}")
        plan.read_in(school, newer, by=world.actor(leader), at=NOW)


def _adopt(draft: Edition, world: World, leader: str) -> None:
    by = world.actor(leader, AUGUST)
    plan.accept_all_clear(draft, by=by, at=AUGUST)
    for row in Commitment.objects.filter(edition=draft, review=Review.PROPOSED):
        plan.change(
            row, title=row.title, bearer=row.bearer or "principal", co_bearers=row.co_bearers,
            audience=Audience(row.audience), levels=row.levels, schedule=Schedule(Rhythm.ALL_YEAR),
            evidence=Evidence(row.evidence), by=by, at=AUGUST,
        )  # fmt: skip
    plan.adopt(draft, by=by, at=AUGUST)


def _task(world: World, name: str, responsible: str, **fields: Any) -> Task:
    school = fields.get("school", world.school)
    duty = Duty.objects.create(
        school=school, title=word("duty", name), text="Dette gjøres.", bearer="contact_teacher", evidence="confirmation"
    )
    return world.task(responsible, duty, **fields)


def _tasks(world: World) -> dict[str, Task]:
    naa, nab = {"school_class": world.classes["1NAA"]}, {"school_class": world.classes["1NAB"]}
    there = {"school": world.other, "school_class": world.classes["1OA"]}
    made: dict[str, tuple[str, dict[str, Any]]] = {
        "class": ("kari", naa), "student": ("kari", {"student": world.ola}), "rep": ("siri", naa),
        "tia": ("kurt", {"school_class": world.classes["1TIA"]}), "principal": ("rita", {"staff": world.sven}),
        "lent": ("sven", nab), "done": ("kari", naa), "aside": ("kari", naa), "temp": ("vera", naa),
        "oa": ("otto", there), "oadone": ("otto", there),
    }  # fmt: skip
    return {name: _task(world, name, responsible, **fields) for name, (responsible, fields) in made.items()}


def _evidence(world: World, tasks: dict[str, Task]) -> None:
    for name, teacher in (("done", "kari"), ("oadone", "otto")):
        file = ContentFile(PDF + word("file", name).encode(), name=f"{word('file', name)}.pdf")
        note, link = word("note", name), f"https://prove.invalid/{word('link', name)}"
        by = world.actor(teacher)
        complete(tasks[name], happened_on=TODAY, note=note, link=link, file=file, by=by, at=NOW)
    mark_not_done(tasks["aside"], word("reason", "aside"), by=world.actor("kari"), at=NOW)
    save_draft(tasks["class"], word("own", "kari"), by=world.actor("kari"), at=NOW)
    until = TODAY + timedelta(days=3)
    hand_over(world.cato, TODAY, until, tasks["lent"], by=world.actor("sven"), at=NOW)


def _people_and_places(scene: Scene) -> None:
    people, classes = scene.world.people, scene.world.classes
    scene.objects["person"] = {name: {"public_id": person.public_id} for name, person in people.items()}
    scene.objects["class"] = {name.lower(): {"public_id": row.public_id} for name, row in classes.items()}
    scene.objects["school"] = {"jonsberg": {"school": "jonsberg"}, "annen": {"school": "annen"}}
    scene.objects["year"] = {"jonsberg": {"slug": "jonsberg"}, "annen": {"slug": "annen"}}
    scene.objects["edition"] = {
        f"{slug}{number}": {"school": slug, "number": number} for slug in ("jonsberg", "annen") for number in (1, 2)
    }


def _work(scene: Scene, tasks: dict[str, Task]) -> None:
    scene.objects["task"] = {name: {"public_id": task.public_id} for name, task in tasks.items()}
    proofs = {name: Proof.objects.get(task=tasks[name], kind=ProofKind.FILE) for name in ("done", "oadone")}
    scene.objects["file"] = {name: {"public_id": proof.public_id} for name, proof in proofs.items()}
    scene.objects["handover"] = {"lent": {"public_id": Handover.objects.get().public_id}}
    duties = {name: task.duty.public_id for name, task in tasks.items()}
    scene.objects["line"] = {name: {"duty": duties[name]} for name in ("class", "tia", "principal", "oa")}
    columns = {name: row.public_id for name, row in scene.world.classes.items()} | {"skolen": "skolen"}
    scene.objects["cell"] = {
        f"{duty}-{column}": {"duty": duties[duty], "column": columns[at]}
        for duty, at, column in (
            ("class", "1NAA", "1naa"), ("class", "1TIA", "1tia"), ("tia", "1TIA", "1tia"), ("oa", "1OA", "1oa"),
            ("principal", "skolen", "skolen"), ("oa", "1NAA", "1naa"),
        )
    }  # fmt: skip


def _words_of_the_plan(scene: Scene) -> None:
    found: dict[str, dict[str, dict[str, Any]]] = {"commitment": {}, "passage": {}, "promise": {}}
    for slug in ("jonsberg", "annen"):
        for state in (EditionState.DRAFT, EditionState.ADOPTED):
            edition = Edition.objects.get(school__slug=slug, state=state)
            commitment = Commitment.objects.filter(edition=edition).order_by("pk")[0]
            passage = Passage.objects.filter(edition=edition).order_by("pk")[0]
            found["commitment"][f"{slug}-{state}"] = {"public_id": commitment.public_id}
            found["passage"][f"{slug}-{state}"] = {"public_id": passage.public_id}
        promise = Duty.objects.filter(school__slug=slug, text__contains="klassens time").get()
        found["promise"][slug] = {"public_id": promise.public_id}
    scene.objects |= found
