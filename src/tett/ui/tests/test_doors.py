"""What a door answers when nobody is logged in any more."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_whoever_is_logged_out_is_asked_to_log_in() -> None:
    answer = Client().get("/oppgaver/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/logg-inn/?next=/oppgaver/")


def test_a_part_of_a_page_never_gets_the_log_in_page_in_it() -> None:
    answer = Client().get("/oppgaver/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (401, b"")
