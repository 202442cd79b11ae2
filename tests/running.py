"""The school of the cast with a plan that is adopted and a year that is under way."""

from datetime import UTC, datetime

from tests.cast import World
from tett.calendar.actions import load_routes, open_calendar
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.people.models import School
from tett.plan import actions as plan
from tett.plan.models import Commitment, Edition
from tett.plan.words import Audience, Evidence, Review
from tett.year.actions import unfold

#: A Monday before school begins, when the plan was adopted and the year laid out.
AUGUST = datetime(2026, 8, 10, 6, 0, tzinfo=UTC)
TEXT = """Handlingsplan for et trygt skolemiljø
Prøve videregående skole

Alle ansattes rolle

• Gjøre seg kjent med opplæringsloven kapittel 12 og denne planen ved skolestart.

• Være tydelige voksne i alle friminutt.

Kontaktlærers rolle

• Gjennomgå skolereglene med klassen ved skolestart.

• Gjennomføre bli kjent-samtale med hver elev i september.

• Ha klassens time med klassen hver uke.

Forebyggende arbeid

Hva\tHvem og hvordan\tNår\tAnsvar
Planen på nettsiden\tÅpen for alle\tAlltid tilgjengelig\tLedelsen
Lunsj for alle elever\tNoen lager, alle spiser\tCa. en gang i måneden\tRektor

Planen revideres i august hvert år. Sist revidert 17.08.26
"""


def give_calendar(world: World) -> None:
    """Give the school the years that Tett ships."""
    by = world.actor("rita", AUGUST)
    calendar = open_calendar("Prøve", by=by, at=AUGUST)
    load_routes(calendar, by=by, at=AUGUST)
    School.objects.filter(pk=world.school.pk).update(calendar=calendar)
    world.school.refresh_from_db()


def adopt(world: World) -> Edition:
    """Let the principal read in, review and adopt the plan before school begins."""
    by = world.actor("rita", AUGUST)
    draft = plan.read_in(world.school, TEXT, by=by, at=AUGUST)
    plan.accept_all_clear(draft, by=by, at=AUGUST)
    for row in Commitment.objects.filter(edition=draft, review=Review.PROPOSED):
        _make_clear(row, world)
    return plan.adopt(draft, by=by, at=AUGUST)


def _make_clear(row: Commitment, world: World) -> None:
    plan.change(
        row, title=row.title, bearer=row.bearer or "principal", co_bearers=row.co_bearers,
        audience=Audience(row.audience), levels=row.levels, schedule=Schedule(Rhythm.ALL_YEAR),
        evidence=Evidence(row.evidence), by=world.actor("rita", AUGUST), at=AUGUST,
    )  # fmt: skip


def lay_out(world: World) -> None:
    """Lay the plan out over the school year of the cast."""
    unfold(world.school, 2026, by=world.actor("rita", AUGUST), at=AUGUST)
