"""One submit makes one record."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from tett.base.actions import forget_before
from tett.base.clock import real_now
from tett.base.models import Submission

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
KEY = "k" * 22


def _found(request: HttpRequest) -> HttpResponse:
    """Found a group, or say what is wrong; the group stands for whatever a form makes."""
    name = request.POST["name"]
    if not name:
        return HttpResponse("Hva heter gruppa?", status=422)
    Group.objects.create(name=f"{name} {Group.objects.count()}")
    if name == "broken":
        raise RuntimeError(name)
    if name == "part":
        return HttpResponse("<li>part</li>")
    return HttpResponse(status=302, headers={"Location": f"/groups/{Group.objects.count()}/"})


urlpatterns = [path("groups/", _found)]


def _send(client: Client, name: str, key: str = KEY, **headers: Any) -> Any:
    return client.post("/groups/", {"name": name, "nokkel": key}, headers=headers)


def test_the_same_form_twice_is_done_once_and_answered_alike(client: Client) -> None:
    first, second = _send(client, "one"), _send(client, "one")
    assert (first["Location"], second["Location"]) == ("/groups/1/", "/groups/1/")
    assert Group.objects.count() == 1


def test_two_forms_are_two_things(client: Client) -> None:
    _send(client, "one")
    assert _send(client, "one", "other-key-of-length")["Location"] == "/groups/2/"


def test_a_form_without_a_key_is_done_each_time(client: Client) -> None:
    _send(client, "one", "")
    _send(client, "one", "")
    assert Group.objects.count() == 2


def test_a_form_with_a_mistake_can_be_sent_again_when_mended(client: Client) -> None:
    assert _send(client, "").status_code == 422
    assert _send(client, "mended")["Location"] == "/groups/1/"


def test_nothing_is_half_done_when_it_breaks(client: Client) -> None:
    client.raise_request_exception = False
    assert _send(client, "broken").status_code == 500
    assert not Group.objects.exists()
    assert not Submission.objects.exists()


def test_a_part_of_a_page_sent_twice_leads_back_to_the_page(client: Client) -> None:
    page = "http://testserver/groups/?side=2"
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    assert _send(client, "part", **headers).status_code == 200
    again = _send(client, "part", **headers)
    assert (again.status_code, again["HX-Redirect"]) == (204, "/groups/?side=2")
    assert Group.objects.count() == 1


def test_nobody_is_led_to_a_foreign_page(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "https://elsewhere.example/groups/"}
    _send(client, "part", **headers)
    assert _send(client, "part", **headers)["HX-Redirect"] == "/"


def test_an_address_too_long_to_keep_leads_home(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/?q={'x' * 3000}"}
    _send(client, "part", **headers)
    assert _send(client, "part", **headers)["HX-Redirect"] == "/"


def test_old_keys_are_forgotten() -> None:
    Submission.objects.create(sender="session:", key=KEY)
    assert forget_before(real_now() - timedelta(days=1)) == 0
    assert forget_before(real_now() + timedelta(seconds=1)) == 1


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_are_one() -> None:
    def send(_number: int) -> str:
        try:
            return str(_send(Client(), "one")["Location"])
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        answers = set(pool.map(send, range(10)))
    assert answers == {"/groups/1/"}
    assert Group.objects.count() == 1
