"""An owner, a department and appointments to knock at."""

from typing import TYPE_CHECKING

from tett.people.models import Assignment

if TYPE_CHECKING:
    from tests.matrix.scene import Scene


def add(scene: "Scene") -> None:
    """Give the addresses of what the start holds."""
    world = scene.world
    scene.objects["owner"] = {"prove": {"public_id": world.owner.public_id}}
    nature = world.classes["1NAA"].department
    scene.objects["department"] = {"naturbruk": {"public_id": nature.public_id}}
    scene.objects["appointment"] = {
        name: {"public_id": Assignment.objects.filter(person=world.people[name])[0].public_id}
        for name in ("rita", "sven")
    }
