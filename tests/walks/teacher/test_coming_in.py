"""Coming in, in a real browser: by password and code, by passkey, by invitation, and after having forgotten."""

import re
from base64 import b32decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.cast import World
from tests.walks.conftest import DESK, PHONE, Enter
from tett.base.clock import now, real_now
from tett.entry.actions.forgotten import answer
from tett.entry.models import Asked
from tett.entry.rules.totp import code_at
from tett.notify.models import Mail
from tett.people.models import Contact, Login
from tett.people.queries import stranger

PASSWORD = "en lang nok setning"
Look = Callable[[Page], None]


@pytest.fixture
def doors(school: World) -> World:
    """Let Rita and Kari have a password, and be reached by e-mail."""
    for name in ("rita", "kari"):
        login = Login.objects.get(username=name)
        login.set_password(PASSWORD)
        login.save()
        Contact.objects.create(person=school.people[name], email=f"{name}@reach.invalid")
    return school


def log_in(page: Page, url: str, name: str, password: str = PASSWORD) -> None:
    """Write name and password, with the keyboard alone."""
    page.goto(f"{url}/logg-inn/")
    page.get_by_label("Brukernavn").fill(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


@contextmanager
def with_keys(page: Page) -> Iterator[None]:
    """Let the browser have a place for passkeys, opened by a finger (CDP's virtual authenticator)."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield
    cdp.send("WebAuthn.disable")


def test_a_principal_sets_up_an_app_and_comes_in_by_it(
    doors: World, live_server: LiveServer, page: Page, accessible: Look
) -> None:
    page.set_viewport_size(PHONE)
    log_in(page, live_server.url, "rita")
    expect(page.get_by_role("heading", level=1)).to_have_text("Du trenger to trinn for å logge inn")
    accessible(page)
    page.get_by_role("link", name="Sett opp en app").click()
    accessible(page)
    page.get_by_text("Kan du ikke lese den av?").click()
    seed = b32decode(page.locator(".spelled").inner_text().replace(" ", ""))
    page.get_by_label("Koden som appen viser nå").fill(code_at(seed, int(real_now().timestamp())))
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lag koder").click()
    codes = page.locator(".code-list li").all_inner_texts()
    assert len(codes) == 10
    accessible(page)
    page.get_by_role("button", name="Jeg har tatt vare på dem").click()
    expect(page).to_have_url(re.compile("/min-dag/"))
    page.get_by_role("button", name="Logg ut").first.click()
    log_in(page, live_server.url, "rita")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ett trinn til")
    accessible(page)
    page.get_by_label("Kode").fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Koden stemmer ikke")).to_be_visible()
    accessible(page)
    page.get_by_label("Kode").fill(codes[0])
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/min-dag/"))


def test_a_principal_comes_in_by_a_passkey(doors: World, live_server: LiveServer, page: Page, accessible: Look) -> None:
    page.set_viewport_size(DESK)
    with with_keys(page):
        log_in(page, live_server.url, "rita")
        page.get_by_role("button", name="Lag en passnøkkel").click()
        expect(page).to_have_url(re.compile("/koder/"))
        page.goto(f"{live_server.url}/meg/innlogging/")
        expect(page.get_by_text("Den første", exact=True)).to_be_visible()
        accessible(page)
        page.get_by_role("button", name="Logg ut").first.click()
        page.goto(f"{live_server.url}/logg-inn/?next=/klasser/")
        page.get_by_role("button", name="Bruk passnøkkel").focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r":\d+/klasser/$"))
        page.goto(f"{live_server.url}/meg/innlogging/passnokkel/ny/")
        page.get_by_label("Hva vil du kalle den?").fill("en til")
        page.get_by_role("button", name="Lag passnøkkelen").click()
        # The same authenticator doesn't make a second key for the same login, and the page says so.
        expect(page.get_by_text("Det kom ingen passnøkkel")).to_be_visible()
        accessible(page)


def test_a_student_is_let_in_by_a_slip_on_a_phone(
    doors: World, live_server: LiveServer, enter: Enter, browser: Browser, accessible: Look
) -> None:
    page = enter("kari", "/skolen/invitasjoner/", PHONE)
    accessible(page)
    page.get_by_role("link", name="1NAA").first.click()
    accessible(page)
    page.get_by_role("link", name="Ola Prøve").click()
    accessible(page)
    page.get_by_role("button", name="Lag en lapp").click()
    code = page.locator(".slip-code").inner_text()
    accessible(page)
    own = browser.new_context(viewport=PHONE, locale="nb-NO")
    phone = own.new_page()
    phone.goto(f"{live_server.url}/velkommen/")
    accessible(phone)
    phone.get_by_label("Koden på lappen").fill(code.lower().replace("-", " "))
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Velkommen, Ola")
    accessible(phone)
    phone.get_by_label("Nytt passord").fill(PASSWORD)
    phone.get_by_label("Skriv det en gang til").fill(PASSWORD)
    phone.get_by_role("button", name="Lagre og logg inn").click()
    expect(phone).to_have_url(re.compile("/min-dag/"))
    own.close()
    page.goto(f"{live_server.url}/skolen/invitasjoner/")
    expect(page.get_by_text("1 av 3 har logget inn")).to_be_visible()


def test_a_student_is_let_in_by_a_passkey_on_the_phone(
    doors: World, live_server: LiveServer, enter: Enter, browser: Browser
) -> None:
    page = enter("kari", f"/skolen/innlogging/{doors.ola.public_id}/")
    page.get_by_role("button", name="Lag en lapp").click()
    code = page.locator(".slip-code").inner_text()
    own = browser.new_context(viewport=PHONE, locale="nb-NO")
    phone = own.new_page()
    with with_keys(phone):
        phone.goto(f"{live_server.url}/velkommen/?kode={code}")
        assert "kode=" not in phone.url
        phone.get_by_role("button", name="Lag en passnøkkel").click()
        expect(phone).to_have_url(re.compile("/min-dag/"))
    own.close()
    assert Login.objects.get(person=doors.ola).passkeys.count() == 1


def test_whoever_forgot_gets_a_link(doors: World, live_server: LiveServer, page: Page, accessible: Look) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/logg-inn/")
    accessible(page)
    page.get_by_role("link", name="Glemt passordet?").click()
    accessible(page)
    page.get_by_label("Brukernavn eller e-post").fill("kari@reach.invalid")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Finnes det en bruker")).to_be_visible()
    accessible(page)
    answer(Asked.objects.get().pk, by=stranger(now()), at=real_now())
    page.goto(f"{live_server.url}{Mail.objects.get().address}")
    page.get_by_label("Nytt passord").fill("en helt ny setning")
    page.get_by_label("Skriv det en gang til").fill("en helt ny setning")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/min-dag/"))


def test_one_ends_a_log_in_somewhere_else(
    doors: World, live_server: LiveServer, page: Page, browser: Browser, accessible: Look
) -> None:
    own = browser.new_context(viewport=PHONE, locale="nb-NO")
    phone = own.new_page()
    log_in(phone, live_server.url, "kari")
    expect(phone).to_have_url(re.compile("/min-dag/"))
    log_in(page, live_server.url, "kari")
    expect(page).to_have_url(re.compile("/min-dag/"))
    page.goto(f"{live_server.url}/meg/innlogging/")
    accessible(page)
    page.get_by_role("button", name="Logg ut der").click()
    expect(page.get_by_text("Du er logget ut der.")).to_be_visible()
    phone.reload()
    expect(phone).to_have_url(re.compile("/logg-inn/"))
    own.close()


def test_without_script_everything_but_passkeys_works(doors: World, live_server: LiveServer, browser: Browser) -> None:
    own = browser.new_context(java_script_enabled=False, locale="nb-NO")
    page = own.new_page()
    log_in(page, live_server.url, "rita")
    expect(page.get_by_role("button", name="Lag en passnøkkel")).to_be_hidden()
    page.get_by_role("link", name="Sett opp en app").click()
    page.get_by_text("Kan du ikke lese den av?").click()
    seed = b32decode(page.locator(".spelled").inner_text().replace(" ", ""))
    page.get_by_label("Koden som appen viser nå").fill(code_at(seed, int(real_now().timestamp())))
    page.get_by_role("button", name="Ta i bruk appen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Koder på papir")
    page.goto(f"{live_server.url}/tavla/")
    expect(page).to_have_url(re.compile("/tavla/"))
    own.close()
