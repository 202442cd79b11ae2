"""The driver is durable, and refuses a SQLite that can corrupt."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction

from tett.config.models import DailyRun
from tett.config.sqlite.base import DatabaseWrapper, refuse_unsafe


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_an_old_sqlite_is_refused_with_a_sentence(version: tuple[int, ...]) -> None:
    with pytest.raises(ImproperlyConfigured, match="can corrupt the database"):
        refuse_unsafe(version)


def test_a_new_sqlite_is_taken() -> None:
    refuse_unsafe((3, 51, 3))
    refuse_unsafe((3, 53, 0))


def _fresh(path: str) -> DatabaseWrapper:
    settings = {**connection.settings_dict, "ENGINE": "tett.config.sqlite", "NAME": path, "OPTIONS": {}}
    return DatabaseWrapper(settings, alias="fresh")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 10_000),
    ],
)
def test_a_connection_is_durable(name: str, value: object, tmp_path: object) -> None:
    fresh = _fresh(f"{tmp_path}/fresh.sqlite3")
    with fresh.wrap_database_errors:
        opened = fresh.get_new_connection(fresh.get_connection_params())
    try:
        assert opened.execute(f"PRAGMA {name}").fetchone()[0] == value
    finally:
        opened.close()


def test_transactions_take_the_write_lock_when_they_begin(tmp_path: object) -> None:
    fresh = _fresh(f"{tmp_path}/fresh.sqlite3")
    fresh.get_connection_params()
    assert fresh.transaction_mode == "IMMEDIATE"


@pytest.mark.django_db
def test_a_broken_promise_is_an_integrity_error_of_django() -> None:
    row = {"name": "tidy", "day": "2026-09-14"}
    DailyRun.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        DailyRun.objects.create(**row)
