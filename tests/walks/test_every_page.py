"""Every kind of page, met by those it is for: axe is content, light and dark, on a phone and on a PC."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.cast import World
from tests.walks.conftest import Enter
from tett.tasks.models import Duty, Task

#: Who meets what. {task}, {students}, {duty}, {class} and {person} are filled in with what is there.
PAGES = {
    "rita": [
        "/skolen/purring/",
        "/min-dag/", "/oppgaver/", "/oppgaver/team/?vis=open", "/tavla/", "/tavla/{duty}/", "/tavla/{duty}/{class}/",
        "/slik-gar-det/", "/aret/", "/aret/forhandsvis/", "/aret/lofte/{duty}/", "/planen/", "/planen/min-rolle/",
        "/planen/les-inn/", "/klasser/", "/klasser/{class}/", "/folk/{person}/", "/oppgaver/{task}/gi-til/",
        "/skolen/import/", "/skolen/import/ny/", "/skolen/import/rettet/", "/skolen/import/kolonner/",
        "/skolen/arsskiftet/", "{route}", "{route}maned/2/", "{route}ny/", "{route}ramme/", "{route}les-inn/",
        "/skolen/folk/", "/skolen/folk/?q=finnes-ikke", "/skolen/folk/ny-elev/", "/skolen/folk/ny-ansatt/",
        "/skolen/hvem-kan-hva/", "/skolen/vikar/", "/folk/{person}/slutter/", "/folk/{person}/rett/",
        "/folk/{person}/rolle/", "/folk/{person}/skjerming/", "/folk/{person}/foresatt/?q=g", "/klasser/{class}/liste/",
        "/klasser/{class}/kontaktlarer/",
    ],
    "hanne": ["/varsler/", "/meg/varsler/", "/min-dag/", "/tavla/", "/oppgaver/team/?vis=holes"],
    "kari": [
        "/meg/kalender/", "/min-dag/", "/oppgaver/", "/oppgaver/{task}/", "/oppgaver/{students}/",
        "/oppgaver/overlat/", "/planen/",
    ],
    "sven": ["/min-dag/", "/oppgaver/", "/skolen/folk/", "/folk/{person}/"],
    "siri": ["/min-dag/", "/klasser/{class}/", "/oppgaver/"],
    "ola": [
        "/min-dag/", "/meg/om-meg/", "/meg/samtykke/", "/aret/", "/aret/lofte/{lunch}/", "/planen/",
        "/planen/min-rolle/",
    ],
    "guro": ["/skolen/skoleruta/", "/min-dag/", "/aret/", "/planen/"],
    "carl": ["/skolen/skoleruta/", "/min-dag/", "/skolene/"],
    "adam": ["/min-dag/", "/meg/innlogging/", "/skolen/invitasjoner/", "/skolen/personvern/", "/skolen/feil/"],
    "vera": ["/min-dag/"],
}  # fmt: skip
OPEN = [
    "/",
    "/logg-inn/",
    "/logg-inn/glemt/",
    "/velkommen/",
    "/jonsberg/",
    "/jonsberg/planen/",
    "/jonsberg/si-fra/",
    "/jonsberg/rettigheter/",
    "/personvern/",
    "/tilgjengelighet/",
    "/feil/",
    "/feil/takk/",
    "/nei/nei/",
]


def found(world: World) -> dict[str, str]:
    """Give what stands in the addresses."""
    hour = Task.objects.filter(duty__title__startswith="Ha klassens time", school_class=world.classes["1NAA"])
    talks = Task.objects.filter(duty__title__startswith="Gjennomføre bli kjent", student=world.ola)
    lunch = Duty.objects.get(title__startswith="Lunsj")
    return {
        "task": hour.order_by("due")[5].public_id, "students": talks[0].public_id, "lunch": lunch.public_id,
        "duty": hour[0].duty.public_id, "route": f"/skolen/skoleruta/{world.school.public_id}/2026/",
        "class": world.classes["1NAA"].public_id, "person": world.ola.public_id,
    }  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_everybody_are_for_everybody(
    running: World, enter: Enter, accessible: Callable[[Page], None], name: str
) -> None:
    words = found(running)
    for address in PAGES[name]:
        page = enter(name, address.format(**words))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        accessible(page)


def test_the_open_pages_are_for_everybody(
    running: World, live_server: LiveServer, page: Page, accessible: Callable[[Page], None]
) -> None:
    for address in OPEN:
        page.goto(f"{live_server.url}{address}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        accessible(page)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_in_the_other_languages_too(
    running: World, enter: Enter, accessible: Callable[[Page], None], language: str
) -> None:
    page = enter("rita", "/min-dag/")
    page.locator(f"button[name=sprak][value={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    for address in ("/min-dag/", "/tavla/", "/aret/"):
        page.goto(f"{page.url.partition('/min-dag')[0].partition('/tavla')[0].partition('/aret')[0]}{address}")
        accessible(page)


def test_nothing_sticks_out_at_320_px_or_with_text_twice_as_big(running: World, enter: Enter) -> None:
    for name in ("rita", "kari", "ola"):
        for address in PAGES[name]:
            page = enter(name, address.format(**found(running)), {"width": 320, "height": 700})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 320, f"{address} is {wide} px wide for {name}"
