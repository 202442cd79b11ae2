"""Letters that were put off are taken up again, and reminders have their own hour, each once a day."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tett.config.actions import start_daily
from tett.config.environment import Environment
from tett.config.jobs import DAILY
from tett.config.mail import mail_from, mail_server
from tett.config.models import DailyRun
from tett.config.worker import send_left
from tett.notify.actions import post
from tett.notify.jobs import nobody
from tett.notify.models import Mail
from tett.notify.rules import Letter
from tett.reminders.rules import HOURS

SEND = "tett.notify.jobs.send_waiting"


def _queued(path: str = SEND) -> int:
    return DBTaskResult.objects.filter(task_path=path).count()


@pytest.mark.django_db
def test_a_letter_queues_its_own_sending_and_one_that_was_put_off_is_found_again() -> None:
    by = nobody()
    post(Letter("anna@example.invalid", "Prøve", (), "/", "nb", "one"), by=by, at=by.now)
    assert _queued() == 1
    send_left()
    assert _queued() == 1
    DBTaskResult.objects.all().delete()
    send_left()
    send_left()
    assert _queued() == 1


@pytest.mark.django_db
def test_when_nothing_waits_nothing_is_queued() -> None:
    by = nobody()
    send_left()
    post(Letter("anna@example.invalid", "Prøve", (), "/", "nb", "one"), by=by, at=by.now)
    DBTaskResult.objects.all().delete()
    Mail.objects.update(next_at=by.now + timedelta(minutes=5))
    send_left()
    assert _queued() == 0


def _wall(*at: int) -> datetime:
    return timezone.make_aware(datetime(*at))  # type: ignore[arg-type] # noqa: DTZ001 - made aware in the same breath


def _started(at: datetime) -> list[str]:
    return [name for name in start_daily(DAILY, at) if name.startswith("write_digests")]


@pytest.mark.django_db
def test_each_hour_of_reminders_starts_once_whoever_asks() -> None:
    at, started = _wall(2026, 9, 14, 0, 5), []
    while at.date() == _wall(2026, 9, 14, 0, 5).date():
        started += _started(at) + _started(at)
        at += timedelta(minutes=15)
    assert started == [f"write_digests_{hour:02}" for hour in HOURS]


@pytest.mark.django_db
@pytest.mark.parametrize("day", [(2026, 10, 25), (2027, 3, 28)])
def test_when_clocks_are_set_forward_or_back_each_hour_still_comes_once(day: tuple[int, int, int]) -> None:
    at, started = _wall(*day, 0, 5).astimezone(timezone.get_fixed_timezone(0)), []
    for quarter in range(4 * 25):
        wall = timezone.localtime(at + timedelta(minutes=15 * quarter))
        started += _started(wall) if wall.date() == _wall(*day, 0, 5).date() else []
    assert started == [f"write_digests_{hour:02}" for hour in HOURS]


@pytest.mark.django_db
def test_a_clock_that_jumps_three_days_and_back_starts_no_hour_twice_and_loses_only_those_it_used_up() -> None:
    before, ahead = _wall(2026, 9, 14, 12, 5), _wall(2026, 9, 17, 12, 5)
    first = _started(before)
    _started(ahead)
    assert _started(before) == []
    assert [name for name in _started(before + timedelta(hours=1)) if name in first] == []
    assert _started(before + timedelta(days=1))[0] == "write_digests_06"
    assert _started(ahead) == []
    assert _started(ahead + timedelta(hours=1)) == ["write_digests_13"]


@pytest.mark.django_db
def test_a_clock_that_was_three_days_slow_starts_no_hour_of_today_twice() -> None:
    now, behind = _wall(2026, 9, 14, 12, 5), _wall(2026, 9, 11, 12, 5)
    assert _started(now)
    _started(behind)
    assert _started(now) == []
    assert DailyRun.objects.filter(name="write_digests_07").count() == 2


@pytest.mark.parametrize(
    ("url", "host", "port", "first", "then"),
    [
        ("smtp://mail.example.no", "mail.example.no", 587, False, True),
        ("smtps://mail.example.no", "mail.example.no", 465, True, False),
        ("smtp://mail.example.no:2525", "mail.example.no", 2525, False, True),
        ("smtp://localhost", "localhost", 25, False, False),
        ("smtp://[::1]:1025", "::1", 1025, False, False),
    ],
)
def test_letters_leave_the_machine_encrypted_or_not_at_all(
    url: str, host: str, port: int, *, first: bool, then: bool
) -> None:
    read = mail_server(Environment({"TETT_MAIL_URL": url}))
    assert (read.host, read.port, read.tls_first, read.tls_then) == (host, port, first, then)


def test_name_and_password_of_the_mail_server_may_hold_any_sign() -> None:
    read = mail_server(Environment({"TETT_MAIL_URL": "smtp://tett%40skole:p%2Fss%3A%C3%A6@mail.example.no"}))
    assert (read.user, read.password) == ("tett@skole", "p/ss:æ")


@pytest.mark.parametrize(
    "url", ["hemmelig", "http://t:hemmelig@h", "smtp://t:hemmelig@", "smtp://t:hemmelig@h:99999", "smtp://hemmelig@h/a"]
)
def test_a_wrong_address_of_the_mail_server_is_refused_without_telling_the_password(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="TETT_MAIL_URL must be like") as refused:
        mail_server(Environment({"TETT_MAIL_URL": url}))
    assert "hemmelig" not in str(refused.value)


def test_without_an_address_there_is_no_mail_server() -> None:
    assert not mail_server(Environment({}))


def test_letters_come_from_the_installation_or_whom_it_says() -> None:
    assert mail_from(Environment({}), "tett.example.no") == "Tett <ikke-svar@tett.example.no>"
    assert mail_from(Environment({"TETT_MAIL_FROM": "Skolen <s@example.no>"}), "x") == "Skolen <s@example.no>"
    with pytest.raises(ImproperlyConfigured, match="TETT_MAIL_FROM must be like"):
        mail_from(Environment({"TETT_MAIL_FROM": "skolen"}), "x")
