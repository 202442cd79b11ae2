"""Who needs two steps to come in, and what counts as two."""

from collections.abc import Iterable

from tett.access.words import LEADERS, Role
from tett.entry.words import How

#: Who reads or decides so much that a password alone is too little.
TWO_STEPS = (
    *LEADERS,
    Role.COUNSELLOR,
    Role.SOCIAL_COUNSELLOR,
    Role.NURSE,
    Role.COUNTY_OFFICER,
    Role.ADMINISTRATOR,
)
#: A passkey is something one has, opened by a finger, a face or a PIN; ID-porten gives at least as much.
STRONG = (How.PASSKEY, How.CODE, How.RECOVERY, How.FEIDE_TWO, How.IDPORTEN)
#: How long one may wait between the two steps.
BETWEEN_MINUTES = 10


def needs_two_steps(roles: Iterable[Role]) -> bool:
    """Tell whether one of the roles asks for two steps."""
    return any(role in TWO_STEPS for role in roles)


def strong_enough(how: str, *, demo: bool) -> bool:
    """Tell whether this counts as two steps; in a demo it does to choose whom to be."""
    return how in STRONG or (demo and how == How.DEMO)
