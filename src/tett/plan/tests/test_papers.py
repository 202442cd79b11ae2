"""The plan on paper: what stands on it, who may have it, and that it is made once."""

from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pdfua import validate
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.cast import NOW, World
from tett.audit.models import Event
from tett.documents.models import Paper
from tett.documents.text.word import read_word
from tett.documents.words import Making
from tett.people.models import Person
from tett.plan import actions
from tett.plan.actions import papers
from tett.plan.exports import FORMS, make, publication
from tett.plan.jobs import all_papers, make_paper, papers_of
from tett.plan.models import Edition
from tett.plan.rules.reading import read_plan
from tett.plan.rules.uploads import text_of
from tett.plan.tests.conftest import TEXT
from tett.plan.tests.documents import document, plan
from tett.plan.tests.test_actions import clear
from tett.plan.tests.test_views import EVERYBODY, READERS, client_of

pytestmark = pytest.mark.django_db
WORD_OF_THE_DRAFT = "Være tydelige voksne i alle friminutt"


@pytest.fixture
def adopted(draft: Edition, world: World) -> Edition:
    """Give the plan in force."""
    clear(draft, world)
    return actions.adopt(draft, by=world.actor("rita"), at=NOW)


@pytest.fixture
def real(world: World) -> Edition:
    """Give the real plan in force."""
    by = world.actor("rita")
    whole = actions.read_in(world.school, document("jonsberg-2025"), by=by, at=NOW)
    clear(whole, world)
    return actions.adopt(whole, by=by, at=NOW)


def work() -> int:
    """Do what was put off, as the worker does; tell how many papers were made."""
    before = Paper.objects.filter(state=Making.MADE).count()
    for path, job in (("papers_of", papers_of), ("make_paper", make_paper)):
        for waiting in DBTaskResult.objects.filter(task_path=f"tett.plan.jobs.{path}"):
            job.func(*waiting.args_kwargs["args"])
    return Paper.objects.filter(state=Making.MADE).count() - before


def address(edition: Edition, form: str = "pdf") -> str:
    """Give where an adopted edition lies as a file."""
    return reverse("plan-public:paper", args=[edition.school.slug, edition.number, form])


def pages_of(data: bytes) -> list[str]:
    """Give the words of each page."""
    with pdfplumber.open(BytesIO(data)) as paper:
        return [" ".join((page.extract_text() or "").split()) for page in paper.pages]


def as_pdf(edition: Edition, world: World) -> bytes:
    """Set an edition."""
    return make(publication(world.actor("rita"), edition, "pdf"), "pdf", NOW)


def test_the_cover_says_whose_it_is_who_adopted_it_and_when(real: Edition, world: World) -> None:
    cover, contents, *_rest = pages_of(as_pdf(real, world))
    adopted = "14. september 2026 av Rita Prøve, rektor"
    facts = ("Utgave 1", "Sist revidert 6. oktober 2025", "Revideres hvert år i august")
    for said in (world.school.name, real.title, "Respekt – raushet – lojalitet", adopted, *facts):
        assert said in cover
    assert "Kontaktlærers rolle" in contents


def test_all_of_the_real_plan_is_on_paper_and_nothing_is_broken_for_those_who_listen_to_it(
    real: Edition, world: World, tmp_path: Path
) -> None:
    data = as_pdf(real, world)
    file = tmp_path / "plan.pdf"
    file.write_bytes(data)
    assert [str(finding) for finding in validate(str(file)).findings] == []
    whole = "".join("".join(pages_of(data)).split()).replace("-", "")
    for passage in plan("jonsberg-2025").passages:
        if "://" not in passage.text and passage.kind.value != "heading":
            assert "".join(passage.text.split()).replace("-", "") in whole or passage.kind.value == "cell"
    with pikepdf.open(BytesIO(data)) as document_:
        assert str(document_.Root.Lang).lower() == "nb-no"


def test_who_does_what_when_stands_at_the_end_with_its_law(real: Edition, world: World) -> None:
    whole = " ".join(pages_of(as_pdf(real, world)))
    last = whole.rpartition("Hvem gjør hva, og når")[2]
    assert "Opplæringsloven § 12-4" in last
    assert all(role in last for role in ("Kontaktlærer", "Avdelingsleder", "Elevrådet"))


def test_a_plan_in_nynorsk_is_on_paper_in_nynorsk(world: World) -> None:
    draft = actions.read_in(world.school, document("vestbygda"), by=world.actor("rita"), at=NOW)
    data = as_pdf(draft, world)
    with pikepdf.open(BytesIO(data)) as paper:
        assert str(paper.Root.Lang).lower() == "nn-no"


@pytest.mark.parametrize("name", ["jonsberg-2025", "granlia", "storfjell", "soltoppen", "nordlyset", "bjorkedal"])
def test_the_word_document_can_be_changed_and_given_back(world: World, name: str) -> None:
    draft = actions.read_in(world.school, document(name), by=world.actor("rita"), at=NOW)
    data = make(publication(world.actor("rita"), draft, "word"), "word", NOW)
    found, wanted = read_plan(text_of(read_word(data))), plan(name)
    assert [(one.code, one.bearer, one.schedule) for one in found.commitments] == [
        (one.code, one.bearer, one.schedule) for one in wanted.commitments
    ]
    assert found.title == wanted.title
    assert {link.address for link in found.references} == {link.address for link in wanted.references}


def test_who_adopted_is_left_out_where_nobody_may_know(adopted: Edition, world: World) -> None:
    Person.objects.filter(pk=world.rita.pk).update(protected_address=True)
    again = Edition.objects.select_related("school", "adopted_by").get(pk=adopted.pk)
    assert "Rita" not in pages_of(as_pdf(again, world))[0]


def test_adopting_has_the_plan_made_before_anybody_asks(
    draft: Edition, world: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    clear(draft, world)
    with django_capture_on_commit_callbacks(execute=True):
        edition = actions.adopt(draft, by=world.actor("rita"), at=NOW)
    assert work() == len(FORMS)
    for form in FORMS.values():
        answer = Client().get(address(edition, form.name))
        assert (answer.status_code, answer["Content-Type"]) == (200, form.media)
        assert f"handlingsplan-jonsberg-1.{form.ending}" in answer["Content-Disposition"]


def test_what_is_not_made_yet_can_be_ordered_by_anybody_and_is_made_once(adopted: Edition) -> None:
    stranger, where = Client(), address(adopted)
    assert "Lag filen (PDF)" in stranger.get(where).content.decode()
    for _again in range(3):
        assert stranger.post(where)["Location"] == where
    assert "Filen lages nå" in stranger.get(where).content.decode()
    assert DBTaskResult.objects.filter(task_path="tett.plan.jobs.make_paper").count() == 1
    assert work() == 1
    assert stranger.get(where).content.startswith(b"%PDF-")


def test_a_file_that_somebody_has_is_not_sent_again(adopted: Edition) -> None:
    Client().post(address(adopted))
    work()
    first = Client().get(address(adopted))
    again = Client().get(address(adopted), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_part_that_shows_progress_offers_the_file_when_it_is_made(adopted: Edition) -> None:
    client = Client()
    client.post(address(adopted))
    work()
    part = client.get(address(adopted), headers={"HX-Request": "true"}).content.decode()
    assert "Filen er klar." in part
    assert "<html" not in part


def test_a_draft_is_nowhere_in_the_open(draft: Edition) -> None:
    for form in FORMS:
        assert Client().get(address(draft, form)).status_code == 404
        assert Client().post(address(draft, form)).status_code == 404


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_may_have_the_draft_on_paper(draft: Edition, world: World, name: str) -> None:
    client, where = client_of(world, name), reverse("plan:draft_paper", args=["pdf"])
    assert (client.get(where).status_code == 200) == (name in READERS)
    assert (client.post(where).status_code == 302) == (name in READERS)
    assert Paper.objects.exists() == (name in READERS)


def test_a_paper_that_is_made_is_only_for_those_who_may_read_the_draft(draft: Edition, world: World) -> None:
    where = reverse("plan:draft_paper", args=["pdf"])
    client_of(world, "rita").post(where)
    work()
    given = client_of(world, "hanne").get(where)
    assert "no-store" in given["Cache-Control"]
    assert all("Utkast – ikke vedtatt" in page for page in pages_of(given.content))
    assert any(WORD_OF_THE_DRAFT in page for page in pages_of(given.content))
    assert client_of(world, "kari").get(where).status_code == 404


def test_a_draft_that_has_changed_is_another_paper(draft: Edition, world: World) -> None:
    client, where = client_of(world, "rita"), reverse("plan:draft_paper", args=["pdf"])
    client.post(where)
    work()
    clear(draft, world)
    assert "Lag filen" in client.get(where).content.decode()


@pytest.mark.parametrize("form", ["txt", "exe", "pdf-", "PDF"])
def test_there_are_no_other_forms(adopted: Edition, form: str) -> None:
    assert Client().get(address(adopted, form)).status_code == 404


@pytest.mark.parametrize("number", [0, 99, 2**15, 10**30])
def test_an_edition_that_never_was_is_nowhere(adopted: Edition, number: int) -> None:
    assert Client().get(f"/{adopted.school.slug}/planen/{number}/pdf/").status_code == 404


def test_the_log_tells_who_had_it_made_but_not_of_strangers(adopted: Edition, draft: Edition, world: World) -> None:
    Client().post(address(adopted))
    assert not Event.objects.filter(what="plan.exported").exists()
    client_of(world, "kari").post(address(adopted, "word"))
    [event] = Event.objects.filter(what="plan.exported")
    assert (event.facts, event.person_id) == ({"form": "word", "number": adopted.number}, world.kari.pk)


def test_a_paper_that_could_not_be_made_says_so_and_can_be_ordered_again(adopted: Edition) -> None:
    client, where = Client(), address(adopted)
    client.post(where)
    Paper.objects.update(state=Making.FAILED)
    assert "Det gikk ikke å lage filen." in client.get(where).content.decode()
    client.post(where)
    work()
    assert client.get(where).content.startswith(b"%PDF-")


def test_each_night_what_is_missing_is_ordered_and_old_drafts_on_paper_are_thrown_away(
    adopted: Edition, world: World
) -> None:
    all_papers.func()
    assert DBTaskResult.objects.filter(task_path="tett.plan.jobs.make_paper").count() == len(FORMS)
    actions.read_in(world.school, TEXT, by=world.actor("rita"), at=NOW)
    client_of(world, "rita").post(reverse("plan:draft_paper", args=["pdf"]))
    work()
    assert Paper.objects.filter(lasting=False).count() == 1
    Paper.objects.update(ordered_at=NOW.replace(year=2020))
    papers.order_missing(by=world.actor("rita"), at=NOW)
    assert not Paper.objects.filter(lasting=False).exists()
    assert Paper.objects.filter(lasting=True, state=Making.MADE).count() == len(FORMS)


def test_links_to_the_files_stand_on_the_open_page_and_on_that_of_the_staff(adopted: Edition, world: World) -> None:
    pages = [
        Client().get(reverse("plan-public:current", args=[world.school.slug])),
        client_of(world, "kari").get(reverse("plan:in_force")),
    ]
    for page in pages:
        assert all(address(adopted, form) in page.content.decode() for form in FORMS)
