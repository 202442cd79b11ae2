"""OneRoster 1.1 and 1.2 and FINT become the same people as a list of ours would."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.cast import NOW, START, World
from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.people.models import Assignment, Enrolment, Guardianship, Person, School
from tett.people.queries.identifiers import person_for
from tett.people.words import IdentifierKind
from tett.roster.actions.check import check
from tett.roster.actions.receive import receive
from tett.roster.actions.write import confirm, write
from tett.roster.models import Import, Line
from tett.roster.tests.lists import csv, made_up_number
from tett.roster.words import State

ORGS = csv(
    "sourcedId,status,name,type,identifier",
    "o1,active,Prøve fylke,district,1",
    "s1,active,Jonsberg vgs,school,974572060",
    "s2,active,Annen vgs,school,2",
)
USERS = csv(
    "sourcedId,status,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email",
    "u1,active,s1,student,eva,{Feide:eva@prove.no},Eva,Demo,Marie,E17,eva@prove.invalid",
    'u2,active,"s1,s2",student,emil,,Emil,Demo,,,',
    "u3,active,s1,teacher,tora,{Feide:tora@prove.no},Tora,Demo,,,",
    "u4,active,s1,teacher,tor,,Tor,Demo,,,",
    "u5,active,s2,student,annen,,Annen,Demo,,,",
    "u6,tobedeleted,s1,student,borte,,Borte,Demo,,,",
    "u7,active,s1,guardian,far,,Far,Demo,,,",
)
CLASSES = csv(
    "sourcedId,status,title,grades,courseSourcedId,classType,schoolSourcedId,metadata.additionalClassType",
    "c1,active,1NAA,,VG1,homeroom,s1,",
    "c2,active,1NAA,,VG1,homeroom,s1,mentor",
    "c3,active,1NYA,,VG1,homeroom,s1,",
    "c4,active,1NAA/NOR,,NOR1260,scheduled,s1,",
    "c5,active,1AAA,,VG1,homeroom,s2,",
)
ENROLLED = csv(
    "sourcedId,status,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
    "e1,active,c1,s1,u1,student,,2026-08-17,",
    "e2,active,c2,s1,u1,student,,,",
    "e3,active,c3,s1,u2,student,,,",
    "e4,active,c2,s1,u3,teacher,,,",
    "e5,active,c4,s1,u4,teacher,,,",
    "e6,active,c1,s1,u4,teacher,,,",
    "e7,active,c5,s2,u5,student,,,",
    "e8,active,c9,s1,u1,student,,,",
)
DEMOGRAPHICS = csv("sourcedId,status,birthDate", "u1,active,2010-05-01")
FILES = {"orgs.csv": ORGS, "users.csv": USERS, "classes.csv": CLASSES, "enrollments.csv": ENROLLED,
         "demographics.csv": DEMOGRAPHICS}  # fmt: skip


def packed(files: dict[str, bytes]) -> list[tuple[str, bytes]]:
    """Pack files as other systems do, in a folder."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"eksport/{name}", data)
    return [("eksport.zip", kept.getvalue())]


@pytest.fixture
def school(world: World) -> World:
    """Give the school its number, and one department that new classes go to."""
    School.objects.filter(pk=world.school.pk).update(org_number="974572060")
    world.school.refresh_from_db()
    return world


def _looked_over(world: World, sent: list[tuple[str, bytes]]) -> Import:
    rita = world.actor("rita")
    department = world.classes["1NAA"].department
    return check(receive(world.school, 2026, sent, None, department, by=rita, at=NOW), by=rita, at=NOW)


def _read_in(world: World, sent: list[tuple[str, bytes]]) -> Import:
    rita, imported = world.actor("rita"), _looked_over(world, sent)
    assert imported.state == State.READY, imported.refusal
    return write(confirm(imported, end_absent=False, sure=True, by=rita, at=NOW), by=rita, at=NOW)


def _check_people(world: World, nobody: Actor) -> None:
    eva = Person.objects.get(family_name="Demo", given_name="Eva Marie")
    place = Enrolment.objects.get(student=eva)
    assert (place.school_class.name, place.starts, eva.birth_date and eva.birth_date.isoformat()) == (
        "1NAA", place.starts, "2010-05-01",
    )  # fmt: skip
    assert Enrolment.objects.get(student__given_name="Emil").school_class.name == "1NYA"
    held = Assignment.objects.filter(person__family_name="Demo").values_list(
        "person__given_name", "role", "school_class__name"
    )
    assert sorted(held) == [("Tor", "subject_teacher", None), ("Tora", "contact_teacher", "1NAA")]
    assert person_for(nobody, IdentifierKind.FEIDE, "eva@prove.no", world.owner) == eva
    assert not Person.objects.filter(given_name__in=["Annen", "Borte", "Far"]).exists()


def test_oneroster_1_1_becomes_students_and_teachers(school: World, nobody: Actor) -> None:
    imported = _read_in(school, packed(FILES))
    _check_people(school, nobody)
    assert Enrolment.objects.get(student__given_name="Eva Marie").starts.isoformat() == "2026-08-17"
    assert imported.format == "oneroster"
    again = _looked_over(school, packed(FILES))
    assert (again.writes, again.absent) == (False, 0)
    said = {mark for row in Line.objects.filter(imported=again) for mark, _ in row.told}
    assert {"dangling", "other_school", "no_rights_in_file"} <= said


def test_oneroster_1_2_says_roles_in_a_file_of_its_own(school: World, nobody: Actor) -> None:
    rows = [line.split(",") for line in USERS.decode().replace('"s1,s2"', "s1").strip().splitlines()]
    users = csv(*(",".join([*row[:2], *row[4:]]) for row in rows))
    roles = csv(
        "sourcedId,status,userSourcedId,roleType,role,orgSourcedId",
        *(f"r{n},active,{row[0]},primary,{row[3]},{row[2]}" for n, row in enumerate(rows[1:])),
    )
    _read_in(school, packed({**FILES, "users.csv": users, "roles.csv": roles}))
    _check_people(school, nobody)


def test_the_files_of_oneroster_can_be_sent_one_by_one_all_at_once(school: World, nobody: Actor) -> None:
    _read_in(school, list(FILES.items()))
    _check_people(school, nobody)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"users.csv": USERS, "orgs.csv": ORGS}, "classes.csv, enrollments.csv"),
        ({**FILES, "users.csv": csv("sourcedId,givenName", "u1,Eva")}, "familyName"),
        ({**FILES, "orgs.csv": csv("sourcedId,name,type", "s9,En annen,school")}, "Fant ikke skolen"),
        ({**FILES, "classes.csv": b"\xff\xfe"}, "classes.csv"),
    ],
)
def test_a_set_that_isnt_whole_is_refused_with_what_is_missing(
    school: World, files: dict[str, bytes], said: str
) -> None:
    imported = _looked_over(school, packed(files))
    assert (imported.state, said in imported.refusal) == (State.REFUSED, True)


def _thing(kind: str, own: str, links: dict[str, list[str]] | None = None, **more: Any) -> dict[str, Any]:
    to = {name: [{"href": f"https://fint.invalid/{end}"} for end in ends] for name, ends in (links or {}).items()}
    itself = [{"href": f"https://fint.invalid/utdanning/elev/{kind}/systemid/{own}"}]
    return {"systemId": {"identifikatorverdi": own}, **more, "_links": {"self": itself, **to}}


def _person(own: str, given: str, links: dict[str, list[str]] | None = None) -> dict[str, Any]:
    more = {"navn": {"fornavn": given, "etternavn": "Demo"}, "fodselsdato": "2010-05-01T00:00:00Z"}
    number = {"identifikatorverdi": made_up_number(int(own[1:]))}
    return _thing(
        "person", own, links, **more, fodselsnummer=number, kontaktinformasjon={"mobiltelefonnummer": "12345678"}
    )


def fint(*, old: bool = False) -> dict[str, Any]:
    """Give what FINT answers for a class with its teacher, a student and her father."""
    group, member = ("basisgruppe", "basisgruppemedlemskap") if old else ("klasse", "klassemedlemskap")
    feide = {"feidenavn": {"identifikatorverdi": "eva@prove.no"}, "elevnummer": {"identifikatorverdi": "E17"}}
    return {
        "skole": [
            _thing("skole", "1", organisasjonsnummer={"identifikatorverdi": "974572060"}, navn="Jonsberg vgs"),
            _thing("skole", "2", organisasjonsnummer={"identifikatorverdi": "2"}, navn="Annen vgs"),
        ],
        "person": [
            _person("p1", "Eva", {"foreldreansvar": ["felles/person/systemid/p2"]}), _person("p2", "Far"),
            _person("p3", "Tora"),
        ],
        "elev": [_thing("elev", "e1", {"person": ["felles/person/systemid/p1"]}, **feide)],
        "elevforhold": [
            _thing("elevforhold", "f1", {"elev": ["elev/elev/systemid/E1"], "skole": ["x/skole/systemid/1"],
                                         member: [f"elev/{member}/systemid/m1"]}),
            _thing("elevforhold", "f2", {"elev": ["elev/elev/systemid/e1"], "skole": ["x/skole/systemid/2"]}),
            _thing("elevforhold", "f3", {"elev": ["elev/elev/systemid/e9"], "skole": ["x/skole/systemid/1"]}),
        ],
        member: [_thing(member, "m1", {group: [f"elev/{group}/systemid/k1"]})],
        group: [_thing(group, "k1", {"trinn": ["x/arstrinn/systemid/vg1"]}, navn="1NAA")],
        "skoleressurs": [_thing("skoleressurs", "r1", {"person": ["felles/person/systemid/p3"]})],
        "undervisningsforhold": [
            _thing("undervisningsforhold", "u1", {"skoleressurs": ["elev/skoleressurs/systemid/r1"],
                   "skole": ["x/skole/systemid/1"], "kontaktlarergruppe": ["elev/kontaktlarergruppe/systemid/kg1"]}),
        ],
        "kontaktlarergruppe": [_thing("kontaktlarergruppe", "kg1", {group: [f"elev/{group}/systemid/k1"]})],
    }  # fmt: skip


def _as_answers(things: dict[str, Any]) -> list[tuple[str, bytes]]:
    return [(f"{name}.json", json.dumps({"_embedded": {"_entries": rows}}).encode()) for name, rows in things.items()]


@pytest.mark.parametrize("old", [False, True])
def test_fint_becomes_students_guardians_and_teachers(school: World, nobody: Actor, old: bool) -> None:
    sent = packed(dict(_as_answers(fint(old=old))))
    _read_in(school, sent)
    eva = person_for(nobody, IdentifierKind.FEIDE, "eva@prove.no", school.owner)
    assert eva is not None
    assert person_for(nobody, IdentifierKind.SYSTEM_ID, "elev:e1", school.owner) == eva
    assert Enrolment.objects.get(student=eva).school_class.name == "1NAA"
    right = Guardianship.objects.get(student=eva)
    assert (right.guardian.given_name, right.right, right.source) == ("Far", "parental", "FINT, foreldreansvar")
    held = Assignment.objects.get(person__given_name="Tora", person__family_name="Demo")
    assert (held.role, held.school_class, held.starts) == ("contact_teacher", school.classes["1NAA"], START)
    assert not _looked_over(school, sent).writes


def test_fint_in_one_file_is_the_same(school: World) -> None:
    _read_in(school, [("alt.json", json.dumps(fint()).encode())])
    assert Enrolment.objects.filter(student__family_name="Demo").count() == 1


def test_fint_without_what_students_are_made_of_is_refused(school: World) -> None:
    things = {name: rows for name, rows in fint().items() if name != "elevforhold"}
    imported = _looked_over(school, _as_answers(things))
    assert (imported.state, "elevforhold" in imported.refusal) == (State.REFUSED, True)


def test_what_points_nowhere_in_fint_is_told(school: World) -> None:
    imported = _looked_over(school, _as_answers(fint()))
    assert "dangling" in {mark for row in Line.objects.filter(imported=imported) for mark, _ in row.told}


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 50_000, "[1, 2", '{"_links": 3}', "null", '[{"_links": {"self": 7}}]']
)
def test_strange_json_is_refused_and_nothing_else(school: World, text: str) -> None:
    try:
        imported = _looked_over(school, [("a.json", text.encode())])
    except Refusal:
        return
    assert imported.state == State.REFUSED
