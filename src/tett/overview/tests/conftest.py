"""A school whose plan is adopted and whose year is under way, on a Monday in September."""

from datetime import UTC, datetime

import pytest
from pytest_django.fixtures import Settings

from tests.cast import NOW, World
from tett.base.clock import real_now
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


@pytest.fixture
def monday(world: World, settings: Settings) -> World:
    """Let the pages believe that it is the Monday of the cast."""
    settings.CLOCK_SHIFT = NOW - real_now()
    return world


@pytest.fixture
def with_calendar(monday: World) -> World:
    """Give the school the year that Tett ships."""
    nobody = monday.actor("rita")
    calendar = open_calendar("Prøve", by=nobody, at=NOW)
    load_routes(calendar, by=nobody, at=NOW)
    School.objects.filter(pk=monday.school.pk).update(calendar=calendar)
    monday.school.refresh_from_db()
    return monday


@pytest.fixture
def adopted(with_calendar: World) -> Edition:
    """Give the school's plan, adopted by the principal before school began."""
    by = with_calendar.actor("rita", AUGUST)
    draft = plan.read_in(with_calendar.school, TEXT, by=by, at=AUGUST)
    plan.accept_all_clear(draft, by=by, at=AUGUST)
    for row in Commitment.objects.filter(edition=draft, review=Review.PROPOSED):
        _make_clear(row, with_calendar)
    return plan.adopt(draft, by=by, at=AUGUST)


def _make_clear(row: Commitment, world: World) -> None:
    plan.change(
        row, title=row.title, bearer=row.bearer or "principal", co_bearers=row.co_bearers,
        audience=Audience(row.audience),
        levels=row.levels, schedule=Schedule(Rhythm.ALL_YEAR), evidence=Evidence(row.evidence),
        by=world.actor("rita", AUGUST), at=AUGUST,
    )  # fmt: skip


@pytest.fixture
def running(adopted: Edition, with_calendar: World) -> World:
    """Lay the plan out over the year."""
    unfold(with_calendar.school, 2026, by=with_calendar.actor("rita", AUGUST), at=AUGUST)
    return with_calendar
