"""Passkeys and log-ins of two, slips of paper for several, and the groups that are invited."""

from tests.cast import NOW
from tests.matrix.scene import Scene, word
from tett.entry.actions.invitations import invite_on_paper
from tett.entry.models import Passkey, Visit
from tett.entry.words import How
from tett.people.models import Login


def add(scene: Scene) -> None:
    """Give each what only they may see."""
    world = scene.world
    scene.objects["passkey"], scene.objects["visit"] = {}, {}
    for name in ("kari", "carl"):
        login = Login.objects.get(username=name)
        passkey = Passkey.objects.create(
            login=login, name=word("own", name), credential_id=name.encode(), public=b"x", added_at=NOW
        )
        visit = Visit.objects.create(login=login, session_key=f"of {name}", how=How.PASSKEY, begun_at=NOW)
        scene.objects["passkey"][name] = {"public_id": passkey.public_id}
        scene.objects["visit"][name] = {"public_id": visit.public_id}
    invite_on_paper([world.ola, world.guro], by=world.actor("kari"), at=NOW)
    invite_on_paper([world.kari], by=world.actor("rita"), at=NOW)
    scene.objects["provider"] = {"feide": {"provider": "feide"}}
    scene.objects["invited group"] = {
        "staff": {"key": f"ansatte-{world.school.public_id}"},
        "owner": {"key": f"ledere-{world.owner.public_id}"},
        "guardians": {"key": f"foresatte-{world.classes['1NAA'].public_id}"},
        **{name.lower(): {"key": f"elever-{row.public_id}"} for name, row in world.classes.items()},
    }
