"""What no keyboard writes is refused before any database is asked."""

import pytest
from django.test import Client

from tests.cast import World
from tett.people.models import Login


@pytest.mark.parametrize(
    "address",
    [
        "/oppgaver/%00/",
        "/oppgaver/team/?klasse=%00",
        "/klasser/a%00b/",
        "/jonsberg%00/",
        "/jonsberg/planen/?sprak=%00",
        "/logg-inn/?next=%00",
        "/tavla/x/%00/",
    ],
)
def test_a_nul_in_an_address_gets_the_page_for_bad_requests(world: World, address: str) -> None:
    client = Client(raise_request_exception=False)
    assert client.get(address).status_code == 400
    client.force_login(Login.objects.get(username="rita"))
    assert client.get(address).status_code == 400


def test_a_nul_in_a_form_is_said_to_be_wrong_and_breaks_nothing(world: World) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(Login.objects.get(username="rita"))
    for address, body in (
        ("/planen/les-inn/", {"text": "a\0b"}),
        ("/oppgaver/overlat/", {"taker": "\0", "starts": "\0", "ends": "\0"}),
        ("/logg-inn/", {"username": "\0", "password": "\0"}),
        ("/visning/", {"sprak": "\0", "farger": "\0", "tilbake": "\0"}),
    ):
        assert client.post(address, {**body, "nokkel": "k" * 22}).status_code < 500, address
