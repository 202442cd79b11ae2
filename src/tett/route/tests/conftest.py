"""A county with a shared route, and the cast's schools with days of their own on top."""

from dataclasses import dataclass, replace

import pytest
from pytest_django.fixtures import Settings

from tests.cast import NOW, World
from tett.base.clock import real_now
from tett.calendar.actions import lay_out_year, open_calendar, write_layer
from tett.calendar.models import SchoolCalendar
from tett.calendar.queries import layer_of
from tett.calendar.rules import Layer, Special
from tett.calendar.words import DayKind
from tett.people.models import School
from tett.route.queries import Place, place_of
from tett.year.tests.plans import adopted, lay_out
from tett.year.tests.routes import BREAKS, PLANNING


@dataclass
class Routes:
    """The world, and its places as those who may change them meet them."""

    world: World
    shared: SchoolCalendar

    def place(self, who: str = "rita") -> Place:
        """Give the school (or the county, for Carl) as somebody meets it."""
        of = self.world.owner if who == "carl" else self.world.school
        found = place_of(self.world.actor(who), of.public_id)
        assert found is not None
        return found

    def layer(self, who: str = "rita") -> Layer:
        """Give what the place itself says of the year."""
        own = self.place(who).own
        assert own is not None
        found = layer_of(None, own.pk, 2026)
        assert found is not None
        return found


@pytest.fixture
def routes(world: World) -> Routes:
    """Give the county its route, and the school two planning days on top."""
    shared = open_calendar("Prøve fylke", by=None, at=NOW)
    lay_out_year(shared, 2026, PLANNING[0].last.replace(day=17), BREAKS[0].first.replace(2027, 6, 18), by=None, at=NOW,
                 days=BREAKS, source="Prøvevedtaket")  # fmt: skip
    world.owner.calendar = shared
    world.owner.save(update_fields=["calendar"])
    for school in (world.school, world.other):
        own = open_calendar(school.name, parent=shared, by=None, at=NOW)
        School.objects.filter(pk=school.pk).update(calendar=own)
        school.refresh_from_db()
    assert world.school.calendar is not None
    write_layer(world.school.calendar, 2026, replace(Layer(None, None), special=PLANNING), by=None, at=NOW)
    return Routes(world, shared)


@pytest.fixture
def laid(routes: Routes) -> Routes:
    """Let the school's year be laid out, with something every week and every month."""
    adopted(routes.world, "K3", "F6", "D1")
    lay_out(routes.world)
    return routes


@pytest.fixture
def monday(laid: Routes, settings: Settings) -> Routes:
    """Let pages and jobs believe that it is the Monday of the cast."""
    settings.CLOCK_SHIFT = NOW - real_now()
    return laid


#: The winter break a week later.
LATER = Special(
    DayKind.BREAK, BREAKS[2].first.replace(month=3, day=1), BREAKS[2].first.replace(month=3, day=5), "vinterferie"
)
WINTER = BREAKS[2]
