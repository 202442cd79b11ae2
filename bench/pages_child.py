"""Asking for pages as people do, in the process itself: through all of Tett, without network or test client."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.test import Client, override_settings

from bench.measure import Cost, cost, middle
from bench.schools import NOBODY, NOW, STARTS_IN
from tett.access.words import Role
from tett.base.clock import real_now
from tett.people.models import Assignment, Enrolment, Login, Person, School
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.year.actions import unfold_many

#: In the fourth week of school: something is done, something is late, most is to come.
DAY = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
TIMES = 30
#: What Django itself needs to show rows to somebody who has logged in.
BARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]


@dataclass(frozen=True)
class Page:
    """A page, and who asks for it."""

    name: str
    path: str
    role: Role | None = None


PAGES = (
    Page("Min dag (elev)", "/min-dag/", Role.STUDENT),
    Page("Min dag (kontaktlærer)", "/min-dag/", Role.CONTACT_TEACHER),
    Page("Min dag (rektor)", "/min-dag/", Role.PRINCIPAL),
    Page("Oppgaver (kontaktlærer)", "/oppgaver/", Role.CONTACT_TEACHER),
    Page("Teamet (avdelingsleder)", "/oppgaver/team/", Role.DEPARTMENT_HEAD),
    Page("Tavla (avdelingsleder)", "/tavla/", Role.DEPARTMENT_HEAD),
    Page("Tavla (rektor)", "/tavla/", Role.PRINCIPAL),
    Page("Slik går det (rektor)", "/slik-gar-det/", Role.PRINCIPAL),
    Page("Året (rektor)", "/aret/", Role.PRINCIPAL),
    Page("Planen, åpen", "/{school}/planen/"),
)


def lay(schools: str) -> dict[str, Any]:
    """Lay the year out for all schools or the last one alone, and let people have done two of three tasks so far."""
    ids = list(School.objects.order_by("pk").values_list("pk", flat=True))
    unfold_many(ids if schools == "all" else ids[-1:], STARTS_IN, by=NOBODY, at=NOW)
    late = Task.objects.filter(due__lt=DAY.date(), state=State.OPEN).annotate(third=F("pk") % 3).exclude(third=0)
    late.update(state=State.DONE, happened_on=F("due"), closed_at=DAY, closed_by=F("responsible"))
    for role in {page.role for page in PAGES if page.role}:
        Login.objects.get_or_create(person=_somebody(role), defaults={"username": role.value})
    call_command("collectstatic", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {}


def load() -> dict[str, Any]:
    """Lay the year out for everybody, over and over, until told to stop."""
    ids = list(School.objects.order_by("pk").values_list("pk", flat=True))
    while True:
        unfold_many(ids, STARTS_IN, by=NOBODY, at=NOW)


def _somebody(role: Role) -> Person:
    """Give somebody with the role at the last school."""
    school = School.objects.order_by("-pk")[0]
    if role == Role.STUDENT:
        return Enrolment.objects.filter(school=school).order_by("pk")[0].student
    return Assignment.objects.filter(school=school, role=role).order_by("pk")[0].person


def pages() -> dict[str, Any]:
    """Ask for every page many times, and for a bare one."""
    with on_the_day():
        handler, cookies = WSGIHandler(), {role: _session(role) for role in {page.role for page in PAGES}}
        found = [[page.name, *_asked(handler, page, cookies)] for page in PAGES]
        return {"pages": found, "bare": asdict(_bare(cookies[Role.PRINCIPAL])), "again": asdict(_unchanged(handler))}


def _asked(handler: WSGIHandler, page: Page, cookies: dict[Role | None, str]) -> list[Any]:
    ask = _asking(handler, _path(page), cookies[page.role])
    return [asdict(usual(ask)), len(ask())]


def _path(page: Page) -> str:
    return page.path.format(school=School.objects.order_by("-pk")[0].slug)


def usual(ask: Callable[[], bytes]) -> Cost:
    """Give what it usually costs once templates are read and caches warm."""
    for _ in range(3):
        ask()
    costs = []
    for _ in range(TIMES):
        with cost() as took:
            ask()
        costs.append(took)
    return middle(costs)


def _bare(cookie: str) -> Cost:
    """Show fifty rows to somebody with a session, by nothing but Django."""
    with override_settings(MIDDLEWARE=BARE, ROOT_URLCONF="bench.bare"):
        return usual(_asking(WSGIHandler(), "/", cookie))


def _unchanged(handler: WSGIHandler) -> Cost:
    """Ask for the open plan as a browser does that has it already."""
    path, heard = _path(PAGES[-1]), dict[str, str]()
    answer(handler, path, "", heard=heard)
    return usual(lambda: answer(handler, path, "", wanted="304", HTTP_IF_NONE_MATCH=heard["ETag"]))


def _asking(handler: WSGIHandler, path: str, cookie: str) -> Callable[[], bytes]:
    return lambda: answer(handler, path, cookie)


def answer(
    handler: WSGIHandler,
    path: str,
    cookie: str,
    wanted: str = "200",
    heard: dict[str, str] | None = None,
    **headers: str,
) -> bytes:
    """Ask as a web server does, and refuse any other answer than the one wanted."""
    said: list[str] = []

    def start(status: str, answered: list[tuple[str, str]], *_rest: object) -> Callable[[bytes], object]:
        said.append(status)
        (heard if heard is not None else {}).update(answered)
        return len  # what WSGI calls write, and nobody calls

    response = handler(_environ(path, cookie) | headers, start)
    body = b"".join(response)
    response.close()
    if not said[0].startswith(wanted):
        raise RuntimeError(f"{path} answered {said[0]}")
    return body


def _environ(path: str, cookie: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "SCRIPT_NAME": "", "QUERY_STRING": "", "HTTP_COOKIE": cookie,
        "SERVER_NAME": "localhost", "SERVER_PORT": "8000", "HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_ACCEPT_LANGUAGE": "nb", "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(), "wsgi.errors": BytesIO(), "wsgi.version": (1, 0),
        "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip


def _session(role: Role | None) -> str:
    if role is None:
        return ""
    client = Client(HTTP_HOST="localhost:8000")
    client.force_login(Login.objects.get(username=role.value))
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


@contextmanager
def on_the_day() -> Iterator[None]:
    """Let the school believe it is the day; sessions go by the machine's own clock."""
    shift: timedelta = DAY - real_now()
    with override_settings(CLOCK_SHIFT=shift, ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, "localhost"]):
        yield
