"""Codes, names and devices: rules without a database."""

from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.access.words import Role
from tett.entry.rules.codes import LETTERS, LINKED, TYPED, as_code, code_of, grouped
from tett.entry.rules.devices import browser_of, system_of
from tett.entry.rules.factors import needs_two_steps, strong_enough
from tett.entry.rules.names import names_for
from tett.entry.rules.tokens import (
    FEIDE,
    FEIDE_NAME,
    FEIDE_OTHERS,
    FEIDE_TWO_STEPS,
    IDPORTEN,
    Provider,
    fault_of,
    how_of,
    identity_of,
    strong_level,
)
from tett.entry.rules.totp import as_address, as_text, code_at, step_of
from tett.entry.words import How

SEED = b"12345678901234567890"
#: RFC 6238, appendix B (SHA-1), the last six of its eight digits.
KNOWN = [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")]


@pytest.mark.parametrize(("second", "code"), KNOWN)
def test_the_app_and_we_agree_as_the_standard_says(second: int, code: str) -> None:
    assert code_at(SEED, second) == code
    assert step_of(SEED, f"{code[:3]} {code[3:]}", second, 0) == second // 30


@pytest.mark.parametrize(("late", "taken"), [(0, True), (30, True), (-30, True), (61, False), (-61, False)])
def test_clocks_may_differ_by_half_a_minute(late: int, taken: bool) -> None:
    second = 1_800_000_000
    assert (step_of(SEED, code_at(SEED, second), second + late, 0) is not None) == taken


def test_a_code_opens_once() -> None:
    second = 1_800_000_000
    step = step_of(SEED, code_at(SEED, second), second, 0)
    assert step is not None
    assert step_of(SEED, code_at(SEED, second), second, step) is None
    assert step_of(SEED, code_at(SEED, second + 30), second + 30, step) == step + 1


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "٢٨٧٠٨٢", "287082 "[:5]])
def test_what_is_no_code_is_wrong(typed: str) -> None:
    assert step_of(SEED, typed, 59, 0) is None


def test_the_address_for_the_app_says_what_and_for_whom() -> None:
    address = as_address(SEED, "kari")
    assert address.startswith("otpauth://totp/Tett:kari?")
    assert as_text(SEED).replace(" ", "") in address


@given(st.binary(min_size=32, max_size=32))
def test_a_code_is_read_as_it_is_written_whatever_one_makes_of_it(random: bytes) -> None:
    for length in (TYPED, LINKED):
        code = code_of(random, length)
        assert len(code) == length
        assert set(code) <= set(LETTERS)
        assert as_code(grouped(code).lower()) == code
        assert as_code(code.replace("0", "O").replace("1", "l")) == code


def test_codes_have_all_letters_at_all_places() -> None:
    codes = [code_of(bytes([n]) * 32, TYPED) for n in range(256)]
    assert len(set(codes)) == 256


@pytest.mark.parametrize(
    ("given", "family", "first"),
    [
        ("Kari", "Nordmann", "kari.nordmann"), ("Åse Marie", "Øvrebø", "ase-marie.ovrebo"),
        ("Æsa", "Lie-Dahl", "aesa.lie-dahl"), ("José", "Nuñez", "jose.nunez"), ("李", "王", "bruker"),
    ],
)  # fmt: skip
def test_user_names_are_what_one_would_guess(given: str, family: str, first: str) -> None:
    assert list(islice(names_for(given, family), 2)) == [first, f"{first}2"]


AGENTS = [
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604", "Safari", "iPhone"),
    ("Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140.0", "Edge", "Windows"),
    ("Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537 Chrome/140.0 Safari/537", "Chrome", "Chromebook"),
    ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140.0 Mobile Safari/537", "Chrome", "Android"),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X) Gecko/20100101 Firefox/140.0", "Firefox", "Mac"),
    ("curl/8.0", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("agent", "browser", "system"), AGENTS)
def test_a_device_is_named_as_one_knows_it(agent: str, browser: str, system: str) -> None:
    assert (browser_of(agent), system_of(agent)) == (browser, system)


def test_two_steps_are_for_those_who_see_or_decide_much() -> None:
    asked = {role for role in Role if needs_two_steps([role])}
    assert asked == {
        Role.PRINCIPAL, Role.DEPUTY, Role.DEPARTMENT_HEAD, Role.COUNSELLOR, Role.SOCIAL_COUNSELLOR, Role.NURSE,
        Role.COUNTY_OFFICER, Role.ADMINISTRATOR,
    }  # fmt: skip


@pytest.mark.parametrize("how", How)
def test_a_password_alone_is_one_step_and_the_demo_counts_in_the_demo_only(how: How) -> None:
    assert strong_enough(how, demo=False) == (how not in {How.PASSWORD, How.FEIDE, How.DEMO})
    assert strong_enough(how, demo=True) == (how not in {How.PASSWORD, How.FEIDE})


AT = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
SCHOOL = Provider(FEIDE, "Feide", "https://feide.example", "tett", "hemmelig")
STATE = Provider(IDPORTEN, "ID-porten", "https://id.example", "tett", "hemmelig")
GOOD = {
    "iss": "https://feide.example", "aud": "tett", "exp": AT.timestamp() + 300, "iat": AT.timestamp(), "nonce": "n",
    "sub": "s",
}  # fmt: skip
HOUR = timedelta(hours=1).total_seconds()


def test_a_good_token_is_believed() -> None:
    assert fault_of(GOOD, SCHOOL, "n", AT) == ""
    assert fault_of({**GOOD, "aud": ["tett", "other"], "azp": "tett"}, SCHOOL, "n", AT) == ""


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"iss": "https://feide.example.evil"}, "issuer"), ({"iss": None}, "issuer"), ({"aud": "other"}, "audience"),
        ({"aud": ["other"]}, "audience"), ({"aud": ["tett", "other"]}, "party"), ({"azp": "other"}, "party"),
        ({"exp": AT.timestamp() - HOUR}, "expired"), ({"exp": None}, "expired"), ({"exp": "9999999999"}, "expired"),
        ({"exp": True}, "expired"), ({"iat": AT.timestamp() + HOUR}, "issued"), ({"iat": None}, "issued"),
        ({"nonce": "other"}, "nonce"), ({"nonce": None}, "nonce"), ({"sub": ""}, "subject"),
    ],
)  # fmt: skip
def test_a_token_with_anything_wrong_is_not(changed: dict[str, object], fault: str) -> None:
    assert fault_of({**GOOD, **changed}, SCHOOL, "n", AT) == fault


def test_a_token_is_not_believed_without_a_nonce_to_compare() -> None:
    assert fault_of({**GOOD, "nonce": ""}, SCHOOL, "", AT) == "nonce"


@pytest.mark.parametrize(
    ("acr", "enough"),
    [
        ("idporten-loa-substantial", True), ("idporten-loa-high", True), ("idporten-loa-low", False), ("Level4", False),
        (None, False), ("", False),
    ],
)  # fmt: skip
def test_guardians_come_by_a_level_that_is_high_enough(acr: str | None, enough: bool) -> None:
    assert strong_level(STATE, {"acr": acr}) == enough
    assert strong_level(SCHOOL, {"acr": acr})


def test_feide_counts_as_two_steps_only_when_it_says_so() -> None:
    assert how_of(SCHOOL, {}) == How.FEIDE
    assert how_of(SCHOOL, {"acr": FEIDE_TWO_STEPS}) == How.FEIDE_TWO
    assert how_of(STATE, {"acr": "idporten-loa-high"}) == How.IDPORTEN


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ({FEIDE_NAME: "kari@skole.example"}, "kari@skole.example"),
        ({FEIDE_OTHERS: ["nin:123", "feide:kari@skole.example"]}, "kari@skole.example"),
        ({FEIDE_OTHERS: ["nin:1"]}, ""),
        ({FEIDE_NAME: ["kari"]}, ""), ({"pid": "kari@skole.example", "email": "kari@skole.example"}, ""), ({}, ""),
    ],
)  # fmt: skip
def test_feide_names_somebody_by_the_feide_name_alone(claims: dict[str, object], found: str) -> None:
    assert identity_of(SCHOOL, claims) == found
