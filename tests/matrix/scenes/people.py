"""Roles, places, rights and consents that can be ended."""

from tests.cast import TODAY
from tests.matrix.scene import Scene, word
from tett.people.models import Assignment, Consent, Enrolment, Guardianship, ProtectedReader


def add(scene: Scene) -> None:
    """Give what stands in the addresses, and plant where the school knows a guardian from."""
    people = scene.world.people
    for name in ("guro", "finn", "lars"):
        Guardianship.objects.filter(guardian=people[name]).update(source=word("source", name))
    roles = {name: Assignment.objects.get(person=people[name]) for name in ("kari", "otto", "carl")}
    places = {name: Enrolment.objects.get(student=people[name]) for name in ("ola", "oda")}
    rights = {name: Guardianship.objects.get(guardian=people[name]) for name in ("guro", "finn")}
    scene.objects["role"] = {name: {"public_id": row.public_id} for name, row in roles.items()}
    scene.objects["place"] = {name: {"public_id": row.public_id} for name, row in places.items()}
    scene.objects["right"] = {name: {"public_id": row.public_id} for name, row in rights.items()}
    scene.objects["reader"] = {"ada": {"public_id": ProtectedReader.objects.get(starts__lt=TODAY).public_id}}
    scene.objects["consent"] = {"lars": {"public_id": Consent.objects.get().public_id}}
