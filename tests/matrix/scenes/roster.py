"""Lists that wait for a yes, and for their columns, at both schools; and what was put right by hand."""

from tests.cast import NOW
from tests.matrix.scene import Scene, word
from tett.people.actions.corrections import note_corrections
from tett.people.models import Correction
from tett.roster.actions.check import check
from tett.roster.actions.receive import receive

HEAD = "Nummer;Fornavn;Etternavn;Klasse"


def add(scene: Scene) -> None:
    """Plant the name of somebody new in each list, and in a line of it that can't be used."""
    world, lists = scene.world, {}
    for leader, school in (("rita", world.school), ("petra", world.other)):
        by, name = world.actor(leader), word("list", school.slug)
        sent = [("liste.csv", f"{HEAD}\n1;Ny;{name};1NAA\n2;Uten;{name};\n".encode())]
        ready = check(receive(school, 2026, sent, by=by, at=NOW), by=by, at=NOW)
        waiting = receive(school, 2026, [("annen.csv", f"Hva;Hvem\n1;{name}\n".encode())], by=by, at=NOW)
        lists[school.slug] = {"public_id": ready.public_id}
        lists[f"{school.slug}2"] = {"public_id": waiting.public_id}
    corrections = {}
    for leader, name in (("rita", "ola"), ("petra", "oda")):
        note_corrections(world.people[name], ["family_name"], by=world.actor(leader), at=NOW)
        corrections[name] = {"public_id": Correction.objects.get(person=world.people[name]).public_id}
    scene.objects |= {"list": lists, "correction": corrections, "kind of list": {"students": {"holds": "students"}}}
