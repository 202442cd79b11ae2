"""Publications to make, and files that are broken in the ways files get broken. All are made here, none stored."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from docx import Document

from tett.documents.shapes import Cell, Figure, Heading, Item, Link, NewPage, Paragraph, Publication, Table, row

MADE = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
#: What would do something if it were read as markup, a formula or an order.
TRICKS = (
    '#read("/etc/passwd")',
    "*ikke uthevet* = ikke overskrift $x^2$",
    "#set page(width: 1cm)",
    "<b>nei</b> & @her",
)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#1f5c3a"/></svg>'
)


def publication(*texts: str, mark: str = "", language: str = "nb") -> Publication:
    """Give a publication with something of everything."""
    table = Table((
        row("Hva", "Hvem", "Når"),
        (Cell(("Informasjon",)), Cell(("Ledelsen", "Kontaktlærere")), Cell(("Ved skolestart",))),
        (Cell((), above=True), Cell(("Rektor",)), Cell(())),
    ))  # fmt: skip
    return Publication(
        title="Plan for et trygt skolemiljø", owner="Prøve videregående skole", kind="Handlingsplan", language=language,
        facts=(("Utgave", "1"), ("Vedtatt", "14. september 2026")), motto=("Respekt og raushet",), mark=mark,
        address="https://tett.example/prove/planen/1/",
        blocks=(
            Heading("Alles rolle"), Paragraph("Vi ser hver elev hver dag."), Item("Følge med"), Item("Gripe inn"),
            *(Paragraph(text) for text in texts), NewPage(), Heading("Tiltak"), table, Heading("Mer", 2),
            Figure(DRAWING, "En grønn flate", "Figuren"), Link("Loven", "https://lovdata.no/dokument"),
        ),
    )  # fmt: skip


def word(write: Callable[[object], object]) -> bytes:
    """Make a Word document by what is done with an empty one."""
    document = Document()
    write(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def package(parts: dict[str, bytes]) -> bytes:
    """Make a package of parts, pressed together as hard as it goes."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return kept.getvalue()


def blank_pdf(pages: int, content: bytes = b"", password: str = "") -> bytes:
    """Make a PDF of pages that all hold the same."""
    made = pikepdf.new()
    for _page in range(pages):
        page = made.add_blank_page(page_size=(595, 842))
        page.Contents = made.make_stream(content)
    kept = BytesIO()
    locked = pikepdf.Encryption(user=password, owner="eier", R=6) if password else None
    made.save(kept, encryption=locked)
    return kept.getvalue()


def scan() -> bytes:
    """Make a PDF that is a picture of paper."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(595, 842))
    picture = pikepdf.Stream(made, b"\xc8" * 100, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=10,
                             Height=10, BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray)  # fmt: skip
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=made.make_indirect(picture)))
    page.Contents = made.make_stream(b"q 595 0 0 842 0 0 cm /Scan Do Q")
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()
