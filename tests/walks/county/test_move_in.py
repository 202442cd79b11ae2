"""A school moves in: from a Tett in which nobody can log in, to a year that runs and people who are invited."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings as used
from django.core import mail
from playwright.sync_api import BrowserContext, FilePayload, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.cast import NOW
from tests.walks.conftest import DESK, PHONE, two_steps
from tett.base.clock import real_now
from tett.config.worker import Loop
from tett.people.models import Assignment, Enrolment, SchoolClass
from tett.start.rules import first_code
from tett.tasks.models import Task

PASSWORD = "grønne epler i hagen"
PLAN = """Handlingsplan for et trygt skolemiljø
Fjellvik videregående skole

Alle ansattes rolle

• Gjøre seg kjent med opplæringsloven kapittel 12 og denne planen ved skolestart.

Kontaktlærers rolle

• Gjennomgå skolereglene med klassen ved skolestart.

• Ha klassens time med klassen hver uke.

Planen revideres i august hvert år. Sist revidert 17.08.26
"""
CLASSES = (("1NAA", "Vg1", "Naturbruk"), ("2NAA", "Vg2", "Naturbruk"), ("1STA", "Vg1", "Studiespesialisering"))


def _students() -> str:
    rows = ["Elevnr;Fornavn;Etternavn;Født;Klasse;Trinn;Avdeling"]
    rows += [
        f"{100 * c + n};Elev{c}{n};Oppdikt;0{n}.05.2010;{name};{level};{department}"
        for c, (name, level, department) in enumerate(CLASSES, 1)
        for n in range(1, 6)
    ]
    return "\r\n".join(rows)


def _staff() -> str:
    rows = ["Ansattnr;Fornavn;Etternavn;E-post;Rolle;Klasse"]
    rows += [
        f"90{n};Lærer{n};Oppdikt;laerer{n}@prove.invalid;Kontaktlærer;{row[0]}" for n, row in enumerate(CLASSES, 1)
    ]
    rows += ["911;Råd;Oppdikt;raad@prove.invalid;Rådgiver;"]
    return "\r\n".join(rows)


@pytest.fixture
def empty(transactional_db: None, live_server: LiveServer, settings: Settings) -> str:
    """Give the address of a Tett in which there is nobody, on the Monday of the cast."""
    settings.CLOCK_SHIFT = NOW - real_now()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return live_server.url


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def _heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def _work() -> None:
    """Let the worker do what has been queued."""
    Loop().worker.run()


def test_a_school_moves_in(
    empty: str, page: Page, context: BrowserContext, accessible: Callable[[Page], None], picture: Callable[..., None]
) -> None:
    page.set_default_timeout(15_000)
    _begin(page, empty, accessible, picture)
    _open_school(page, empty, accessible, picture)
    invited = _invite_principal(page, empty, accessible)
    context.clear_cookies()
    _come_in(page, invited, accessible)
    _places(page, empty, accessible)
    _lists(page, empty, accessible, picture)
    _plan(page, empty)
    page.goto(f"{empty}/oppstart/")
    expect(page.locator("main")).to_contain_text("8 av 9 er på plass")
    accessible(page)
    picture(page, "oppstart")
    _invite_staff(page, empty)
    assert Task.objects.filter(responsible__isnull=False).count() > 20


def _begin(page: Page, empty: str, accessible: Callable[[Page], None], picture: Callable[..., None]) -> None:
    page.set_viewport_size(PHONE)
    page.goto(empty)
    _heading(page, "Velkommen til Tett")
    accessible(page)
    picture(page, "kom-i-gang")
    page.get_by_label("Koden fra terminalen").fill(first_code(used.SECRET_KEY))
    page.get_by_label("Skoleeier", exact=True).fill("Fjellnes fylkeskommune")
    page.get_by_label("Fornavn").fill("Frida")
    page.get_by_label("Etternavn").fill("Fiksjon")
    page.get_by_label("E-post på jobb").fill("frida@prove.invalid")
    page.get_by_label("Jeg arbeider hos skoleeier").check()
    page.get_by_label("Brukernavn").fill("frida")
    page.get_by_label("Passord").fill(PASSWORD)
    _press(page, "Sett i gang")
    two_steps(page, PASSWORD)


def _open_school(page: Page, empty: str, accessible: Callable[[Page], None], picture: Callable[..., None]) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{empty}/oppstart/")
    _heading(page, "Skoler på vei")
    accessible(page)
    page.get_by_role("link", name="Ny skole").click()
    accessible(page)
    page.get_by_label("Skolens navn").fill("Fjellvik videregående skole")
    page.get_by_label("Kort navn").fill("Fjellvik")
    page.get_by_label("Kort adresse").fill("fjellvik")
    page.get_by_label("Telefon").fill("00 00 00 00")
    _press(page, "Lagre")
    _heading(page, "Fjellvik flytter inn")
    accessible(page)


def _invite_principal(page: Page, empty: str, accessible: Callable[[Page], None]) -> str:
    page.get_by_role("link", name="Gjør dette nå").click()
    _heading(page, "Hvem leder Fjellvik?")
    page.get_by_label("Fornavn").fill("Petter")
    page.get_by_label("Etternavn").fill("Påfunn")
    page.get_by_label("E-post på jobb").fill("petter@prove.invalid")
    _press(page, "Pek ut")
    accessible(page)
    page.get_by_role("link", name="Inviter dem som ikke er inne").click()
    page.locator("main h3 a").first.click()
    _press(page, "Send invitasjoner")
    expect(page.get_by_role("status")).to_contain_text("1 invitasjon er sendt")
    _work()
    letter = next(one for one in mail.outbox if one.to == ["petter@prove.invalid"])
    assert "Petter" not in str(letter.body)
    found = re.search(r"http\S+velkommen\S+", str(letter.body))
    assert found
    return f"{empty}/{found[0].split('/', 3)[3]}"


def _come_in(page: Page, invited: str, accessible: Callable[[Page], None]) -> None:
    page.goto(invited)
    _heading(page, "Velkommen, Petter")
    accessible(page)
    page.get_by_label("Nytt passord", exact=True).fill(PASSWORD)
    page.get_by_label("Skriv det en gang til").fill(PASSWORD)
    _press(page, "Lagre og logg inn")
    two_steps(page, PASSWORD)


def _places(page: Page, empty: str, accessible: Callable[[Page], None]) -> None:
    page.goto(f"{empty}/oppstart/")
    _heading(page, "Fjellvik flytter inn")
    page.get_by_role("link", name="Gjør dette nå").click()
    for name in ("Naturbruk", "Studiespesialisering"):
        page.get_by_label("Navn på avdelingen").fill(name)
        _press(page, "Legg til")
    expect(page.locator("main li")).to_have_count(2)
    accessible(page)
    page.get_by_role("link", name="Ferdig").click()
    page.get_by_role("link", name="Gjør dette nå").click()
    accessible(page)
    _press(page, "Bruk den")
    expect(page.get_by_role("status")).to_contain_text("Skoleruta er lagt inn")


def _lists(page: Page, empty: str, accessible: Callable[[Page], None], picture: Callable[..., None]) -> None:
    for name, text, added in (("elever.csv", _students(), "18"), ("ansatte.csv", _staff(), "4")):
        page.goto(f"{empty}/skolen/import/ny/")
        page.get_by_label("Fil").set_input_files(
            FilePayload(name=name, mimeType="text/csv", buffer=text.encode("cp1252"))
        )
        _press(page, "Les listen")
        _work()
        page.reload()
        _heading(page, "Stemmer dette?")
        accessible(page)
        if name == "elever.csv":
            picture(page, "import")
        _press(page, "Ja, skriv det inn")
        _work()
        page.reload()
        expect(page.locator(".roster-tab.roster-add")).to_contain_text(added)
    assert Enrolment.objects.count() == 15
    assert SchoolClass.objects.count() == 3
    assert Assignment.objects.filter(role="contact_teacher").count() == 3


def _plan(page: Page, empty: str) -> None:
    page.goto(f"{empty}/oppstart/")
    page.get_by_role("link", name="Gjør dette nå").click()
    page.locator("textarea[name=text]").fill(PLAN)
    _press(page, "Les planen")
    _work()
    page.goto(f"{empty}/planen/gjennomgang/")
    _press(page, "uten merknad")
    while page.get_by_role("button", name="Godta", exact=True).count():
        before = page.get_by_role("button", name="Godta", exact=True).count()
        page.get_by_role("button", name="Godta", exact=True).first.click()
        expect(page.get_by_role("button", name="Godta", exact=True)).to_have_count(before - 1)
    page.get_by_role("link", name="Videre til vedtak").click()
    _press(page, "Vedta planen")
    page.get_by_role("link", name="Se skoleåret").click()
    _press(page, "Legg ut skoleåret")
    expect(page.get_by_role("status").filter(has_text="Skoleåret er lagt ut")).to_be_visible()


def _invite_staff(page: Page, empty: str) -> None:
    page.get_by_role("link", name="Gjør dette nå").click()
    page.locator("main section").filter(has_text="Ansatte").get_by_role("link", name="Fjellvik").click()
    _press(page, "Send invitasjoner")
    expect(page.get_by_role("status")).to_contain_text("4 invitasjoner er sendt")
    _work()
    assert {one.to[0] for one in mail.outbox} >= {f"laerer{n}@prove.invalid" for n in (1, 2, 3)}
    page.goto(f"{empty}/oppstart/")
    expect(page.locator("main")).to_contain_text("1 av 5 ansatte kan logge inn")
