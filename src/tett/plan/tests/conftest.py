"""A short plan of a school, and its draft."""

import pytest

from tests.cast import NOW, World
from tett.plan.actions import read_in
from tett.plan.models import Edition

TEXT = """Handlingsplan for et trygt skolemiljø
Prøve videregående skole

Alle ansattes rolle

• Gjøre seg kjent med opplæringsloven kapittel 12 og planen ved skolestart.

• Være tydelige voksne i alle friminutt.

Kontaktlærers rolle

• Gjennomgå skolereglene med klassen ved skolestart.

• Ha klassens time hver uke.

Samarbeid

• Det holdes faste møter gjennom hele skoleåret om klassemiljøet.

Planen revideres i august hvert år. Sist revidert 17.08.26
"""


@pytest.fixture
def draft(world: World) -> Edition:
    """Give a plan that has been read in by the principal, and nothing more."""
    return read_in(world.school, TEXT, by=world.actor("rita"), at=NOW)
