"""Settings from the environment, and the sentences when one is wrong."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tett.config.environment import Environment, address, clock_shift, database, secret_key


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("TETT_DEBUG", "yes", "TETT_DEBUG must be 1 or 0"),
        ("TETT_IDLE_MINUTES", "0", "TETT_IDLE_MINUTES must be a whole number from 5 to 60"),
        ("TETT_IDLE_MINUTES", "²", "whole number"),
        ("TETT_AT", "in the autumn", "TETT_AT must be a day and time"),
        ("TETT_ADDRESS", "tett.example.no", "TETT_ADDRESS must be like https://"),
        ("TETT_ADDRESS", "https://tett.example.no/path", "TETT_ADDRESS must be like https://"),
        ("TETT_ADDRESS", "https://tett.example.no:99999", "the port must be a number"),
        ("DATABASE_URL", "mysql://somewhere/tett", "DATABASE_URL must be like"),
        ("DATABASE_URL", "postgresql://somewhere", "DATABASE_URL must be like"),
        ("TETT_SECRET_KEY", "short", "at least 50 characters"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(name: str, value: str, says: str, tmp_path: Path) -> None:
    env = Environment({name: value})
    with pytest.raises(ImproperlyConfigured, match=says):
        _read_all(env, tmp_path)


def _read_all(env: Environment, folder: Path) -> None:
    env.flag("TETT_DEBUG")
    env.number("TETT_IDLE_MINUTES", 60, 5, 60)
    clock_shift(env, demo=True)
    address(env)
    database(env, folder)
    secret_key(env, folder)


def test_a_misspelt_setting_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"TETT_HOST is not a setting of Tett\. .*TETT_HOSTS"):
        Environment({"TETT_HOST": "tett.example.no"})


def test_nothing_set_is_fine(tmp_path: Path) -> None:
    env = Environment({})
    _read_all(env, tmp_path)
    assert database(env, tmp_path)["NAME"] == str(tmp_path / "tett.sqlite3")
    assert address(env).origin == "http://localhost:8000"


def test_a_postgresql_address_is_read_whole(tmp_path: Path) -> None:
    url = "postgresql://tett:p%40ss@db.example.no:5433/skole?sslmode=verify-full"
    read = database(Environment({"DATABASE_URL": url}), tmp_path)
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"]) == ("tett", "p@ss", "db.example.no", "5433")
    assert (read["NAME"], read["OPTIONS"]) == ("skole", {"sslmode": "verify-full"})
    assert read["CONN_MAX_AGE"] > 0
    assert read["CONN_HEALTH_CHECKS"]


def test_a_postgresql_socket_is_a_folder(tmp_path: Path) -> None:
    read = database(Environment({"DATABASE_URL": "postgresql:///skole?host=/run/postgresql"}), tmp_path)
    assert (read["HOST"], read["PORT"]) == ("/run/postgresql", "")


def test_the_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    env = Environment({})
    assert secret_key(env, tmp_path) == secret_key(env, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0


def test_the_data_folder_is_made_for_the_owner_alone(tmp_path: Path) -> None:
    made = Environment({"TETT_DATA": str(tmp_path / "new" / "data")}).folder("TETT_DATA", tmp_path)
    assert made.stat().st_mode & 0o077 == 0


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match="can't be made"):
        Environment({"TETT_DATA": str(tmp_path / "file" / "data")}).folder("TETT_DATA", tmp_path)


def test_only_a_demo_may_move_the_clock() -> None:
    env = Environment({"TETT_AT": "2026-09-14T08:00"})
    with pytest.raises(ImproperlyConfigured, match="only a demo may"):
        clock_shift(env, demo=False)


def test_the_moved_clock_goes_on_from_when_it_was_said() -> None:
    at, since = datetime(2026, 9, 14, 6, tzinfo=UTC), datetime(2026, 8, 1, 6, tzinfo=UTC)
    env = Environment({"TETT_AT": at.isoformat(), "TETT_AT_SINCE": since.isoformat()})
    assert clock_shift(env, demo=True) == timedelta(days=44)
