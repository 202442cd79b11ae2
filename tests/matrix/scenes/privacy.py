"""A fault that somebody has told of."""

from tests.cast import NOW
from tests.matrix.scene import Scene, word
from tett.privacy.actions import tell_of_fault


def add(scene: Scene) -> None:
    """Let a stranger find a fault."""
    by = scene.world.actor("nils")
    fault = tell_of_fault(text=f"Siden er tom {word('fault', 'told')}", answer_to="", page="/min-dag/", by=by, at=NOW)
    scene.objects["fault"] = {"told": {"public_id": fault.public_id}}
