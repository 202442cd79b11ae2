"""Both schools prepare their turn."""

from tests.cast import NOW
from tests.matrix.scene import Scene
from tett.turn.actions import begin
from tett.turn.models import NextClass


def add(scene: Scene) -> None:
    """Let both principals begin, and keep a class of next year of each."""
    world, found = scene.world, {}
    for leader, school in (("rita", world.school), ("petra", world.other)):
        turn = begin(school, 2027, by=world.actor(leader), at=NOW)
        planned = NextClass.objects.filter(turn=turn).order_by("pk")[0]
        found[school.slug] = {"public_id": planned.public_id}
    scene.objects["next class"] = found
