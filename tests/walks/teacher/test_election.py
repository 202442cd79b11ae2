"""The contact teacher writes down whom the class has elected, with the keyboard alone."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.cast import World
from tests.walks.conftest import PHONE, Enter
from tett.access.words import Role
from tett.people.models import Assignment


def test_a_teacher_writes_down_a_new_representative(
    running: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    page = enter("kari", f"/klasser/{running.classes['1NAA'].public_id}/", PHONE)
    accessible(page)
    page.get_by_role("link", name="Endre hvem klassen har valgt").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvem har 1NAA valgt?")
    accessible(page)
    page.get_by_label("Tillitselev", exact=True).select_option("Ola Prøve")
    page.get_by_label("Vara for tillitselev").select_option("Siri Prøve")
    page.get_by_role("button", name="Lagre valget").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Valget er ført")).to_be_visible()
    now = Assignment.objects.filter(school_class=running.classes["1NAA"], ends=None)
    assert {(row.role, row.person.given_name) for row in now if row.role != Role.CONTACT_TEACHER} == {
        ("class_representative", "Ola"),
        ("deputy_representative", "Siri"),
        ("subject_teacher", "Sven"),
    }
