"""The forms an edition is given out in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tett.documents import paper, word
from tett.documents.shapes import Publication


@dataclass(frozen=True)
class Form:
    """A kind of file: how it is made and what it is called."""

    name: str
    label: Promise
    ending: str
    media: str
    make: Callable[[Publication, datetime], bytes]
    #: Shown in the browser, or saved to be opened in a program.
    shown: bool


FORMS = {
    form.name: form
    for form in (
        Form("pdf", _("PDF"), "pdf", "application/pdf", paper.pdf, shown=True),
        Form("word", _("Word"), "docx", word.MEDIA, word.docx, shown=False),
    )
}


def make(publication: Publication, form: str, made: datetime) -> bytes:
    """Make the file."""
    return FORMS[form].make(publication, made)
