"""The pages on which people are kept: what a form does, what it says when it can't, and who is shown what."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import World
from tests.crowd import join, reach
from tett.access.words import Role
from tett.base.clock import now
from tett.people.models import Assignment, Consent, Enrolment, Guardianship, Login, Person, ProtectedReader


@pytest.fixture
def here(world: World) -> World:
    """Give the crowd, on the day of the clock."""
    join(world).move_to(timezone.localdate(now()))
    return world


@pytest.fixture
def today() -> date:
    """Give the day of the clock."""
    return timezone.localdate(now())


def browser(name: str) -> Client:
    """Give somebody's browser, logged in."""
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client


def home(person: Person) -> str:
    """Give the address of a person."""
    return f"/folk/{person.public_id}/"


def send(sender: str, form: str, /, status: Any = 303, **fields: Any) -> str:
    """Send a form as somebody, and give what comes back."""
    answer = browser(sender).post(form, fields)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def read(name: str, address: str) -> str:
    """Give a page that somebody may see."""
    answer = browser(name).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_role_is_given_and_ended_on_the_page_of_the_person(here: World, today: date) -> None:
    school = here.school.public_id
    send("rita", f"{home(here.vera)}rolle/", role="nurse", school=school, starts=today)
    row = Assignment.objects.get(person=here.vera, role=Role.NURSE)
    assert "Helsesykepleier" in read("rita", home(here.vera))
    send("rita", f"/folk/rolle/{row.public_id}/avslutt/", ends=today)
    row.refresh_from_db()
    assert row.ends == today


def test_a_refusal_stands_by_the_form_and_what_was_written_is_kept(here: World, today: date) -> None:
    school, before = here.school.public_id, today - timedelta(days=1)
    page = send("rita", f"{home(here.vera)}rolle/", 422, role="nurse", school=school, starts=today, ends=before)
    assert "Sluttdatoen er før startdatoen" in page
    assert '<option value="nurse" selected>' in page
    assert "Denne rollen gjelder for en klasse" in send(
        "rita", f"{home(here.vera)}rolle/", 422, role="contact_teacher", school=school, starts=today
    )


def test_names_and_contact_are_put_right(here: World) -> None:
    send("rita", f"{home(here.ola)}rett/", given_name="Ola", family_name="Ås", language="nn")
    send("rita", f"{home(here.ola)}kontakt/", phone="000 77", email="", address="")
    here.ola.refresh_from_db()
    assert (here.ola.name, here.ola.language, here.ola.contact.phone) == ("Ola Ås", "nn", "000 77")


def test_the_contact_of_somebody_protected_is_not_in_the_form_either(here: World) -> None:
    page = read("rita", f"{home(here.ada)}kontakt/")
    assert not any(word in page for word in reach("ada").values())
    assert "Adressen er skjermet" in send("rita", f"{home(here.ada)}kontakt/", 422, phone="000")


def test_a_protected_address_is_opened_to_the_few_who_are_named(here: World) -> None:
    send("rita", f"{home(here.ola)}skjerming/", skjermet="ja")
    assert reach("ola")["phone"] not in read("kari", home(here.ola))
    send("rita", f"{home(here.ola)}skjerming/leser/", reader=here.kari.public_id)
    assert reach("ola")["phone"] in read("kari", home(here.ola))
    row = ProtectedReader.objects.get(protected=here.ola)
    assert "Kari Prøve" in read("rita", f"{home(here.ola)}skjerming/")
    send("rita", f"/folk/leser/{row.public_id}/avslutt/")
    row.refresh_from_db()
    assert row.ends == timezone.localdate(now())
    send("rita", f"{home(here.ola)}skjerming/", skjermet="nei")
    assert reach("ola")["phone"] in read("rita", home(here.ola))


def test_a_student_is_written_down_moved_and_put_right(here: World, today: date) -> None:
    nab, naa = (here.classes[name].public_id for name in ("1NAB", "1NAA"))
    said = {"given_name": "Nora", "family_name": "Ny", "language": "nb", "birth_date": "2010-01-01"}
    place = {"starts": today - timedelta(days=2), "basis": "ch5", "lodging": "home"}
    send("rita", "/skolen/folk/ny-elev/", school_class=nab, **said, **place)
    nora = Person.objects.get(family_name="Ny")
    row = nora.enrolments.get()
    send("rita", f"/folk/plass/{row.public_id}/rett/", basis="ch18", lodging="lodgings")
    send("rita", f"/folk/plass/{row.public_id}/bytt/", to=naa, starts=today)
    assert [e.school_class.name for e in nora.enrolments.order_by("starts")] == ["1NAB", "1NAA"]
    assert nora.enrolments.get(ends=None).lodging == "lodgings"


def test_one_who_has_left_is_found_and_comes_back(here: World, today: date) -> None:
    Enrolment.objects.filter(student=here.ola).update(ends=today - timedelta(days=1))
    page = read("rita", home(here.ola))
    assert "Kommer tilbake som elev" in page
    fields = {"starts": today, "basis": "ch5", "lodging": "home"}
    send("rita", f"{home(here.ola)}plass/", school_class=here.classes["1NAB"].public_id, **fields)
    assert here.ola.enrolments.count() == 2


def test_a_guardian_known_from_before_or_new_is_registered_and_ended(here: World, today: date) -> None:
    add = f"{home(here.siri)}foresatt/"
    assert "Guro Prøve" in read("rita", f"{add}?q=guro")
    right = {"right": "parental", "source": "Folkeregisteret", "starts": today}
    send("rita", f"{add}?hvem={here.guro.public_id}", **right)
    new = {"given_name": "Gro", "family_name": "Ny", "language": "nb"}
    send("rita", f"{add}?ny=1", **new, **right)
    rows = Guardianship.objects.filter(student=here.siri)
    assert {row.guardian.given_name for row in rows} == {"Guro", "Gro"}
    page = read("rita", home(here.siri))
    assert "Folkeregisteret" in page
    for row in rows:
        send("rita", f"/folk/foresatt/{row.public_id}/avslutt/", ends=today)
    assert not rows.filter(ends=None).exists()


def test_where_the_school_knows_a_guardian_from_is_for_those_who_keep_it(here: World) -> None:
    for name in ("kari", "hanne", "sven"):
        page = read(name, home(here.ola))
        assert "Folkeregisteret" not in page
        assert "Finn" not in page
    assert "Finn Prøve" in read("rita", home(here.ola))


def test_where_somebody_has_gone_since_is_not_told_to_those_they_left(here: World, today: date) -> None:
    leaves = today - timedelta(days=1)
    Enrolment.objects.filter(student=here.ola).update(ends=leaves)
    Enrolment.objects.create(
        student=here.ola, school=here.other, school_class=here.classes["1OA"], starts=leaves + timedelta(days=1)
    )
    page = read("rita", home(here.ola))
    assert "1OA" not in page
    assert "Rett" not in page
    assert "1OA" in read("petra", home(here.ola))


def test_somebody_who_works_there_is_written_down_with_a_role(here: World, today: date) -> None:
    said = {"given_name": "Åse", "family_name": "Ny", "language": "nb", "email": "ase@reach.invalid"}
    role = {"role": "counsellor", "school": here.school.public_id, "starts": today}
    send("rita", "/skolen/folk/ny-ansatt/", **said, **role)
    assert Assignment.objects.get(person__family_name="Ny").role == "counsellor"


def test_a_class_gets_a_contact_teacher_and_representatives(here: World, today: date) -> None:
    address = f"/klasser/{here.classes['1NAA'].public_id}/"
    kari = here.kari.assignments.get()
    send(
        "rita", f"{address}kontaktlarer/", teacher=here.sven.public_id, starts=today, instead_of=kari.public_id
    )  # fmt: skip
    assert "Sven Prøve" in read("ola", address)
    send("sven", f"{address}tillitsvalgte/", **{"class_representative-0": here.per.public_id, "day": today})
    page = read("ola", address)
    assert page.count("tillitselev") == 2  # in the list, and among those elected
    assert "tillitsvalgte" not in page


def test_a_class_list_to_print_has_names_and_no_way_to_reach_anybody(here: World) -> None:
    page = read("rita", f"/klasser/{here.classes['1NAA'].public_id}/liste/")
    assert "Ola Prøve" in page
    assert not any(word in page for name in here.people for word in reach(name).values())


def test_an_adult_student_decides_who_follows_and_can_change_their_mind(here: World, today: date) -> None:
    page = read("leon", "/meg/samtykke/")
    assert "Lars Prøve" in page
    assert "Ser ingenting" in page
    ends = today + timedelta(days=30)
    send("leon", f"/meg/samtykke/{here.mona.public_id}/", scope="practical", ends=ends)
    assert "Guro" not in read("leon", "/meg/samtykke/")
    given = Consent.objects.get(guardian=here.mona)
    assert browser("mona").get("/min-dag/").status_code == 200
    send("leon", f"/meg/samtykke/{given.public_id}/trekk/")
    assert browser("mona").get("/min-dag/").status_code == 403


def test_a_minor_reads_when_it_is_theirs_to_decide_and_can_give_nothing_yet(here: World, today: date) -> None:
    page = read("ola", "/meg/samtykke/")
    assert "bestemmer du selv" in page
    assert "/meg/samtykke/" + here.guro.public_id not in page
    ends = today + timedelta(days=30)
    said = send("ola", f"/meg/samtykke/{here.guro.public_id}/", 422, scope="practical", ends=ends)
    assert "under 18" in said


def test_a_consent_lasts_a_year_at_most(here: World, today: date) -> None:
    ends = today + timedelta(days=400)
    page = send("leon", f"/meg/samtykke/{here.mona.public_id}/", 422, scope="practical", ends=ends)
    assert "høyst ett år" in page


def test_the_temp_is_chosen_in_steps_that_are_addresses(here: World) -> None:
    assert "Hvem skal være borte?" in read("rita", "/skolen/vikar/")
    whom = f"/skolen/vikar/?for={here.kari.public_id}"
    assert "Hvem er vikar for Kari Prøve?" in read("rita", whom)
    assert "Vera Prøve" in read("rita", f"{whom}&q=ver")
    assert "Roller vikaren har imens" in read("rita", f"{whom}&ny=1")


def test_two_of_the_same_form_write_down_one_person(here: World, today: date) -> None:
    client, key = browser("rita"), "en-nokkel-som-er-lang-nok"
    said = {"given_name": "Nora", "family_name": "Ny", "language": "nb", "birth_date": "2010-01-01", "nokkel": key}
    place = {"school_class": here.classes["1NAB"].public_id, "starts": today, "basis": "ch5", "lodging": "home"}
    answers = {client.post("/skolen/folk/ny-elev/", said | place).status_code for _ in range(3)}
    assert answers == {303}
    assert Person.objects.filter(family_name="Ny").count() == 1
