"""An empty Tett, and the first person in it."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import NOW, World
from tett.access.rules import Actor
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.people.actions.first import OwnerFacts, begin
from tett.people.actions.leaders import Newcomer
from tett.people.models import Assignment, Login, Owner, Person
from tett.start.rules import first_code

pytestmark = pytest.mark.django_db
PASSWORD = "grønne epler i hagen"


def form(**changed: Any) -> dict[str, Any]:
    """Fill in the form of the first start."""
    return {
        "code": first_code(settings.SECRET_KEY), "owner_name": "Fjellnes fylkeskommune", "org_number": "",
        "given_name": "Frida", "family_name": "Fiksjon", "email": "frida@prove.invalid", "role": "county_officer",
        "username": "Frida", "password": PASSWORD, **changed,
    }  # fmt: skip


def test_an_empty_tett_leads_to_the_first_start() -> None:
    assert Client().get("/")["Location"] == "/kom-i-gang/"
    assert "Koden fra terminalen" in Client().get("/kom-i-gang/").content.decode()


def test_the_first_person_is_inside_at_once_and_can_log_in_again() -> None:
    client = Client()
    assert client.post("/kom-i-gang/", form())["Location"] == "/oppstart/"
    # Whoever acts for an owner comes in by two steps, and sets the second one up before anything else.
    assert client.get("/oppstart/")["Location"].startswith("/meg/innlogging/to-trinn/")
    assert Owner.objects.get().name == "Fjellnes fylkeskommune"
    assert Client().login(username="frida", password=PASSWORD)
    assert list(Assignment.objects.values_list("role", flat=True)) == [Role.COUNTY_OFFICER]
    assert Event.objects.filter(what="tett.begun").exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"code": "feil-kode"}, "Koden stemmer ikke"),
        ({"password": "kort"}, "12 tegn"),
        ({"org_number": "12"}, "ni siffer"),
        ({"role": "principal"}, "gyldig valg"),
        ({"given_name": " "}, "påkrevet"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(changed: dict[str, Any], sentence: str) -> None:
    answer = Client().post("/kom-i-gang/", form(**changed))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert PASSWORD not in answer.content.decode()
    assert (Owner.objects.count(), Person.objects.count(), Login.objects.count()) == (0, 0, 0)


def test_once_somebody_can_log_in_the_page_is_gone() -> None:
    Client().post("/kom-i-gang/", form())
    assert Client().get("/kom-i-gang/").status_code == 404
    assert Client().post("/kom-i-gang/", form(username="to")).status_code == 404
    assert Client().get("/").status_code == 200


def test_of_two_who_come_first_at_once_the_later_is_refused(world: World, nobody: Actor) -> None:
    newcomer = Newcomer("To", "Toresen", "to@prove.invalid")
    with pytest.raises(Refusal, match="allerede satt i gang"):
        begin(OwnerFacts("Andre", "andre"), newcomer, Role.ADMINISTRATOR, "to", PASSWORD, by=nobody, at=NOW)
    assert not Owner.objects.filter(slug="andre").exists()
