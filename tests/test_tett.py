"""The command ./tett: what it decides before it runs anything."""

import argparse
import socket
from pathlib import Path

import pytest

from tools.environment import Stop, copy, digest
from tools.postgres import programs
from tools.running import require_free, variables


def _options(**given: object) -> argparse.Namespace:
    return argparse.Namespace(**{"port": 8000, "at": None, "empty": False, **given})


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TETT_ADDRESS", "TETT_DEMO", "TETT_DATA", "TETT_AT", "TETT_PG_BIN"):
        monkeypatch.delenv(name, raising=False)


def test_without_an_address_of_its_own_it_is_the_demo() -> None:
    env = variables(_options(port=8123))
    assert (env["TETT_DEMO"], env["TETT_ADDRESS"]) == ("1", "http://localhost:8123")


def test_an_empty_tett_is_no_demo_and_keeps_apart_from_it() -> None:
    env = variables(_options(empty=True))
    assert (env["TETT_DEMO"], env["TETT_ADDRESS"]) == ("0", "http://localhost:8000")
    assert env["TETT_DATA"].endswith("empty")


def test_an_installation_with_an_address_is_never_the_demo_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TETT_ADDRESS", "https://tett.example.no")
    assert "TETT_DEMO" not in variables(_options())


def test_the_demo_on_another_day_has_a_folder_of_its_own() -> None:
    env = variables(_options(at="2026-09-14T08:00"))
    assert env["TETT_DATA"].endswith("at-2026-09-14")
    assert env["TETT_AT"] == "2026-09-14T08:00"


def test_a_port_that_is_taken_is_said_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(Stop, match=r"can't be used .* --port"):
            require_free("127.0.0.1", other.getsockname()[1])


def test_a_changed_lock_is_noticed(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("a==1")
    before = digest([lock])
    lock.write_text("a==2")
    assert digest([lock]) != before


def test_a_script_loses_the_pointer_to_what_is_not_served(tmp_path: Path) -> None:
    source = tmp_path / "index.js"
    source.write_text("let a = 1;\n//# sourceMappingURL=index.js.map")
    copy(source, tmp_path / "copied.js")
    assert (tmp_path / "copied.js").read_text() == "let a = 1;\n"


def test_the_programs_of_postgresql_may_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TETT_PG_BIN", str(tmp_path))
    assert programs(tmp_path) == tmp_path
