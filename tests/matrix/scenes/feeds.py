"""A calendar of the county's days, whose address anybody could be given, and one of a teacher's."""

from tests.cast import NOW
from tests.matrix.scene import Scene
from tett.feeds.actions import subscribe
from tett.feeds.queries import my_feeds


def add(scene: Scene) -> None:
    """Let Carl and Kari subscribe."""
    kept, secrets = {}, {}
    for name in ("carl", "kari"):
        actor = scene.world.actor(name)
        feed, secrets[name] = subscribe(my_feeds(actor)[0], by=actor, at=NOW)
        kept[name] = {"public_id": feed.public_id}
    scene.objects["feed"] = kept
    scene.objects["feed address"] = {"carl": {"secret": secrets["carl"]}}
