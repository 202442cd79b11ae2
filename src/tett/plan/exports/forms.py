"""The forms an edition is given out in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tett.documents.shapes import Publication

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Form:
    """A kind of file: how it is made and what it is called."""

    name: str
    label: Promise
    ending: str
    media: str
    #: The module and the function that make it. They take their time to load, and only jobs need them.
    maker: tuple[str, str]


FORMS = {
    form.name: form
    for form in (
        Form("pdf", _("PDF"), "pdf", "application/pdf", ("tett.documents.paper", "pdf")),
        Form("word", _("Word"), "docx", WORD, ("tett.documents.word", "docx")),
    )
}


def make(publication: Publication, form: str, made: datetime) -> bytes:
    """Make the file."""
    module, name = FORMS[form].maker
    maker: Callable[[Publication, datetime], bytes] = getattr(import_module(module), name)
    return maker(publication, made)
