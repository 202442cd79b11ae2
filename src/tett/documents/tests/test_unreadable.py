"""Documents that can't be read, and those that are made to do harm: a sentence each, and nothing is taken down."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tett.base.rules import Refusal
from tett.documents.tests.samples import blank_pdf, package, scan, word
from tett.documents.text import kind_of, read_text
from tett.documents.text.apart import read_apart
from tett.documents.text.limits import MOST_PARTS, Unreadable, check_package
from tett.documents.words import Trouble

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>"""


def _whole(document: Any) -> None:
    document.add_paragraph("Rektor ser alle.")


BROKEN: dict[str, tuple[Callable[[], bytes], Trouble]] = {
    "half a Word document": (lambda: word(_whole)[:9000], Trouble.BROKEN_WORD),
    "a package that is none": (lambda: b"PK\x03\x04" + b"x" * 400, Trouble.BROKEN_WORD),
    "a package of something else": (lambda: package({"regneark.xml": b"<x/>"}), Trouble.NOT_WORD),
    "a document without its neighbours": (lambda: package({"word/document.xml": b"<x/>"}), Trouble.BROKEN_WORD),
    "entities": (lambda: package({"word/document.xml": LAUGHS}), Trouble.BROKEN_WORD),
    "entities from outside": (lambda: package({"word/document.xml": OUTSIDE}), Trouble.BROKEN_WORD),
    "entities in wide letters": (
        lambda: package({"word/document.xml": LAUGHS.decode().encode("utf-16")}), Trouble.BROKEN_WORD,
    ),
    "a bomb": (lambda: package({"word/document.xml": b" " * (26 << 20)}), Trouble.TOO_BIG),
    "a bomb among the pictures": (
        lambda: package({"word/document.xml": b"<x/>", "word/media/1.png": b"\0" * (151 << 20)}), Trouble.TOO_BIG,
    ),
    "very many parts": (
        lambda: package({"word/document.xml": b"<x/>"} | {f"{n}.bin": b"" for n in range(MOST_PARTS)}), Trouble.TOO_BIG,
    ),
    "a locked Word document": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
        Trouble.LOCKED_WORD,
    ),
    "an old Word document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), Trouble.OLD_WORD),
    "a PDF of rubbish": (lambda: b"%PDF-1.7\n" + b"\xff" * 500, Trouble.BROKEN_PDF),
    "half a PDF": (lambda: blank_pdf(2, b"BT ET")[:300], Trouble.BROKEN_PDF),
    "a locked PDF": (lambda: blank_pdf(1, b"BT ET", password="hemmelig"), Trouble.LOCKED_PDF),
    "a scan": (scan, Trouble.SCAN),
    "a PDF of empty pages": (lambda: blank_pdf(3), Trouble.EMPTY),
    "a PDF of too many pages": (lambda: blank_pdf(301), Trouble.MANY_PAGES),
    "an empty Word document": (lambda: word(lambda _document: None), Trouble.EMPTY),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_gets_its_own_sentence(name: str) -> None:
    make, trouble = BROKEN[name]
    with pytest.raises(Refusal) as refused:
        read_text(make())
    assert str(refused.value) == str(trouble.label)


@pytest.mark.parametrize("trouble", Trouble)
def test_each_sentence_says_what_to_do(trouble: Trouble) -> None:
    assert str(trouble.label).count(".") >= 2


def test_a_page_that_unpacks_to_more_than_it_may_is_stopped() -> None:
    bomb = blank_pdf(1, b" " * (256 << 20))
    assert len(bomb) < 1 << 20
    with pytest.raises(Unreadable) as stopped:
        read_apart("pdf", bomb, lambda _page, _of: None, memory=450 << 20)
    assert stopped.value.trouble == Trouble.TOO_BIG


def test_a_reading_that_does_not_end_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(Unreadable) as stopped:
        read_apart("pdf", blank_pdf(1), lambda _page, _of: None, seconds=0.01)
    assert stopped.value.trouble == Trouble.TOO_SLOW
    assert time.monotonic() - begun < 20


def test_a_healthy_package_passes() -> None:
    check_package(word(_whole))


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.4", "pdf"), (b"\n\n%PDF-1.4", "pdf"), (b"PK\x03\x04", "word"), (b"Plan for %PDF", ""), (b"", "")],
)
def test_a_file_is_told_by_its_first_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
