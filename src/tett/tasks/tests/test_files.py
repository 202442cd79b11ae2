"""Which files are let in, where they lie, and who gets them out."""

import hashlib
import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from tests.cast import NOW, TODAY, World
from tett.base.rules import Refusal
from tett.tasks import words
from tett.tasks.actions import complete
from tett.tasks.models import Proof, Task
from tett.tasks.rules import check_file, clean_name
from tett.tasks.words import State

LIMIT = 1024 * 1024
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 32
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 32
CAMERA = b"\xff\xd8\xff\xe1\x00\x18Exif\x00\x00" + b"\x00" * 32
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 256
TEXT = "Referat fra møtet\n- klasseregler på plass\n".encode()


def office(part: str, *more: str) -> bytes:
    """Make a document of Office's kind with the named parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as document:
        for name in ("[Content_Types].xml", part, *more):
            document.writestr(name, "<x/>")
    return held.getvalue()


DOCX, XLSX = office("word/document.xml"), office("xl/workbook.xml")


def check(name: str, content: bytes) -> str:
    """Check a file, and give the type it is served as."""
    return check_file(name, len(content), io.BytesIO(content), LIMIT).content_type


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("referat.pdf", PDF), ("REFERAT.PDF", PDF), ("bilde.png", PNG), ("bilde.jpg", JPG), ("bilde.jpeg", CAMERA),
        ("plan.docx", DOCX), ("liste.xlsx", XLSX), ("notat.txt", TEXT), ("bom.txt", b"\xef\xbb\xbf" + TEXT),
    ],
)  # fmt: skip
def test_ordinary_files_are_let_in(name: str, content: bytes) -> None:
    assert check(name, content)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("referat.pdf", EXE, words.FILE_IS_SOMETHING_ELSE),
        ("bilde.png", EXE, words.FILE_IS_SOMETHING_ELSE),
        ("bilde.png", JPG, words.FILE_IS_SOMETHING_ELSE),
        ("bilde.jpg", PDF, words.FILE_IS_SOMETHING_ELSE),
        ("referat.pdf", b"<html><script>alert(1)</script></html>", words.FILE_IS_SOMETHING_ELSE),
        ("plan.docx", XLSX, words.FILE_IS_SOMETHING_ELSE),
        ("liste.xlsx", DOCX, words.FILE_IS_SOMETHING_ELSE),
        ("plan.docx", b"PK\x03\x04 not a document", words.FILE_IS_SOMETHING_ELSE),
        ("plan.docx", EXE, words.FILE_IS_SOMETHING_ELSE),
        ("notat.txt", EXE, words.FILE_IS_SOMETHING_ELSE),
        ("notat.txt", "blåbær".encode("latin-1"), words.FILE_IS_SOMETHING_ELSE),
        ("plan.docx", office("word/document.xml", "word/vbaProject.bin"), words.FILE_HAS_MACROS),
        ("program.exe", EXE, words.FILE_TYPE_UNKNOWN),
        ("referat.pdf.exe", PDF, words.FILE_TYPE_UNKNOWN),
        ("tegning.svg", b"<svg onload='alert(1)'/>", words.FILE_TYPE_UNKNOWN),
        ("side.html", b"<p>Hei</p>", words.FILE_TYPE_UNKNOWN),
        ("pdf", PDF + b"", words.FILE_TYPE_UNKNOWN),
        ("", PDF, words.FILE_TYPE_UNKNOWN),
        ("tom.pdf", b"", words.FILE_EMPTY),
        ("stor.txt", b"x" * (LIMIT + 1), words.FILE_TOO_BIG),
    ],
)
def test_other_files_are_refused_with_what_to_do(name: str, content: bytes, sentence: object) -> None:
    with pytest.raises(Refusal) as caught:
        check(name, content)
    assert str(caught.value).startswith(str(sentence).split("{", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\kari\\referat.pdf", "referat.pdf"),
        ("fil\u202egpj.pdf", "filgpj.pdf"),
        ("linje\r\nskift.txt", "linjeskift.txt"),
        ("x" * 300 + ".docx", "x" * 115 + ".docx"),
    ],
)
def test_names_are_kept_only_as_names(sent: str, kept: str) -> None:
    assert clean_name(sent) == kept


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Keep files of these tests in a folder of their own."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def stored(folder: Path) -> list[Path]:
    """Give the files that lie in the folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_lies_under_a_name_nobody_can_guess(world: World, class_task: Task, folder: Path) -> None:
    file = ContentFile(PDF, name="Referat 1NAA.pdf")
    complete(class_task, happened_on=TODAY, file=file, by=world.actor("kari"), at=NOW)
    proof = Proof.objects.get()
    (path,) = stored(folder)
    assert (proof.name, proof.content_type, proof.size) == ("Referat 1NAA.pdf", "application/pdf", len(PDF))
    assert proof.sha256 == hashlib.sha256(PDF).hexdigest()
    assert path.read_bytes() == PDF
    assert len(path.stem) >= 32
    assert "Referat" not in str(path)


def test_one_file_for_several_is_stored_once(world: World, student_tasks: list[Task], folder: Path) -> None:
    file = ContentFile(PDF, name="referat.pdf")
    complete(student_tasks, happened_on=TODAY, file=file, by=world.actor("kari"), at=NOW)
    assert Proof.objects.count() == 3
    assert len(stored(folder)) == 1


def test_sending_the_same_file_twice_keeps_one(world: World, class_task: Task, folder: Path) -> None:
    for seconds in range(2):
        file = ContentFile(PDF, name="referat.pdf")
        at = NOW + timedelta(seconds=seconds)
        complete(class_task, happened_on=TODAY, file=file, by=world.actor("kari"), at=at)
    assert Proof.objects.count() == 1
    assert len(stored(folder)) == 1


@pytest.mark.parametrize("name", ["referat.pdf", "referat.exe"])
def test_nothing_is_half_done_when_the_file_is_refused(world: World, class_task: Task, folder: Path, name: str) -> None:
    kari, file = world.actor("kari"), ContentFile(EXE, name=name)
    with pytest.raises(Refusal):
        complete(class_task, happened_on=TODAY, note="Hei", file=file, by=kari, at=NOW)
    class_task.refresh_from_db()
    assert class_task.state == State.OPEN
    assert not Proof.objects.exists()
    assert stored(folder) == []


def test_no_file_is_left_when_something_else_is_refused(world: World, class_task: Task, folder: Path) -> None:
    file = ContentFile(PDF, name="referat.pdf")
    with pytest.raises(Refusal):
        complete(class_task, happened_on=TODAY, file=file, by=world.actor("sven"), at=NOW)
    assert stored(folder) == []


def test_the_limit_is_a_setting(world: World, class_task: Task, settings: Settings) -> None:
    settings.FILE_LIMIT = len(PDF) - 1
    file = ContentFile(PDF, name="referat.pdf")
    with pytest.raises(Refusal) as caught:
        complete(class_task, happened_on=TODAY, file=file, by=world.actor("kari"), at=NOW)
    assert "for stor" in str(caught.value)
