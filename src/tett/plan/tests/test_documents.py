"""What is sent in instead of a plan: other files, other encodings, far too much, or nothing at all."""

import cProfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.base.rules import Refusal
from tett.plan.rules.decoding import decode
from tett.plan.rules.reading import read_plan
from tett.plan.tests.documents import document, plan

OTHER_FILES = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "Word": (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "Word"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "Word"),
    "RTF": (b"{\\rtf1\\ansi Plan}", "RTF"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "bilde"),
    "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "bilde"),
    "moving picture": (b"GIF89a\x01\x00", "bilde"),
    "archive": (b"\x1f\x8b\x08\x00\x00", "arkiv"),
    "web page": (b"<!DOCTYPE html><html><body>Plan</body></html>", "nettside"),
    "web page in XML": (b"<?xml version='1.0'?>\n<html>Plan</html>", "nettside"),
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_another_kind_of_file_is_told_apart_and_what_to_do_is_said(name: str) -> None:
    data, word = OTHER_FILES[name]
    with pytest.raises(Refusal, match=word) as refused:
        decode(data)
    assert ".txt" in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"   \r\n\t \f", "\ufeff \u00a0\u200b".encode(), b"\n" * 5000], ids=repr)
def test_an_empty_document_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(Refusal, match="tomt"):
        decode(data[:200] if len(data) > 5000 else data)


@pytest.mark.parametrize("name", ["jonsberg-2025", "fjordglott", "elvestryket"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "utf-32"])
def test_the_encodings_that_schools_save_in_read_the_same(name: str, encoding: str) -> None:
    plain = document(name).replace("–", "-").replace("•", "*").replace("✓", "*").replace("“", '"')
    assert decode(plain.encode(encoding)) == plain


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_letters_without_a_mark_are_refused_with_their_line(encoding: str) -> None:
    with pytest.raises(Refusal, match=r"linje \d"):
        decode(document("jonsberg-2025").encode(encoding))


@pytest.mark.parametrize("encoding", ["mac-roman", "cp865", "iso8859-5", "cp437"])
def test_letters_that_cannot_be_told_are_refused_and_shown(encoding: str) -> None:
    text = "Plan\n\nRektor\n\n- Følge opp elevenes læringsmiljø på skolen.\n"
    data = text.encode(encoding, "replace") if encoding != "iso8859-5" else "Школа и ученики\n".encode(encoding)
    with pytest.raises(Refusal, match=r"linje \d"):
        decode(data)


def test_text_that_was_saved_wrongly_before_is_refused_with_its_line() -> None:
    twice = "Plan\n\nRektor følger opp.\n".encode().decode("cp1252")
    with pytest.raises(Refusal, match="linje 3"):
        decode(twice.encode())


@pytest.mark.parametrize("data", [bytes(range(256)) * 30, b"\x00" * 900, b"\x7fELF\x02\x01\x01" + bytes(900)], ids=len)
def test_binary_junk_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        decode(data)


@pytest.mark.parametrize(
    "text", ["1;2;3;4\n" * 200, "----\n====\n" * 50, "0101010101 " * 90], ids=["figures", "lines", "bits"]
)
def test_what_has_hardly_a_word_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="nesten ingen ord"):
        decode(text.encode())


@pytest.mark.parametrize("text", ["Plan\x00her", "Rektor\x07 skal", "\ufffd Plan for oss"])
def test_pasted_text_is_looked_at_too(text: str) -> None:
    with pytest.raises(Refusal):
        read_plan(text)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    said = "Lest."
    try:
        read_plan(decode(data))
    except Refusal as refusal:
        said = str(refusal)
    assert said.endswith(".")


def test_a_plan_without_a_table_is_read() -> None:
    assert len(plan("soltoppen").commitments) > 15


def test_two_hundred_pages_are_read_to_the_last() -> None:
    found = read_plan(document("jonsberg-2025") * 25)
    assert len(found.commitments) == 25 * len(plan("jonsberg-2025").commitments)


def work(text: str) -> int:
    """Count the calls that reading a text takes."""
    profile = cProfile.Profile()
    profile.enable()
    read_plan(text)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


LONG = {
    "cells": "Hva Hvem Når Ansvar\n\n{}Møte nummer to\n\nAlle elever\n\nUke 41\n\nRektor\n\n",
    "rows": "Tiltak\tAnsvar\tNår\n{}Møte\tRektor\tUke 41\n", "bullets": "{}• Rektor skal ha møte i uke 41.\n",
    "one paragraph": "{}Rektor skal ha møte hver uke og snakke med alle. ", "headings": "{}Rektor skal:\n\n",
    "short lines": "{}a\n", "marked headings": "{}# Plan\n", "labels": "{}Tiltak: møte\nAnsvarlig: rektor\n",
    "columns in place": "Hva      Når     Hvem\n\n{}Møte     uke 4   rektor\n\n",
}  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_twice_as_long_is_twice_the_work_and_not_four_times(name: str) -> None:
    head, again = LONG[name].split("{}")
    work(head + again)
    assert work(head + again * 600) < 2.6 * work(head + again * 300)
