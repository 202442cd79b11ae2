"""The plan as files: an edition is one thing, and each form of it another."""

from tests.matrix.scene import Scene

FORMS = ("pdf", "word")


def add(scene: Scene) -> None:
    """Name what addresses are made of."""
    scene.objects["form"] = {form: {"form": form} for form in FORMS}
    scene.objects["paper"] = {
        f"{name}-{form}": {**edition, "form": form}
        for name, edition in scene.objects["edition"].items()
        for form in FORMS
    }
