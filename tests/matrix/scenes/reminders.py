"""A notice for somebody at each school."""

from tests.cast import NOW
from tests.matrix.scene import Scene, word
from tett.notify.actions import tell
from tett.notify.models import Notice


def add(scene: Scene) -> None:
    """Tell Kari and Petra something that is theirs alone."""
    scene.objects["notice"] = {}
    for name in ("kari", "petra"):
        person, by = scene.world.people[name].pk, scene.world.actor(name)
        tell([person], "x", word("notice", name), "/oppgaver/", key="scene", by=by, at=NOW)
        scene.objects["notice"][name] = {"public_id": Notice.objects.get(person_id=person, key="scene").public_id}
