"""An edition as a publication: what the cover says, the school's own text, and who does what when."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tett.access.rules import Actor
from tett.documents.shapes import Block, Cell, Heading, Item, Link, Paragraph, Publication, Table, row
from tett.plan.exports.overview import overview
from tett.plan.models import Edition, Passage
from tett.plan.queries import Booklet, booklet
from tett.plan.queries.adopter import Adopter, adopter_of
from tett.plan.queries.blocks import Block as PlanBlock
from tett.plan.queries.blocks import Chapter
from tett.plan.rules.language import language_of
from tett.plan.words import EditionState, PassageKind

#: More or longer lines than these are no motto.
MOST_LINES, LONGEST_LINE = 4, 80


def publication(actor: Actor, edition: Edition, form: str) -> Publication:
    """Lay out an edition for paper, or as text to work on (six queries); the caller has fetched it by rule.

    Text to work on is the school's own words alone, so that it can be changed and given back.
    """
    laid_out, language = booklet(actor, edition), language_of(edition.text)
    with translation.override(language):
        motto = _motto(laid_out)
        text = chain.from_iterable(_chapter(laid_out, chapter) for chapter in laid_out.chapters[bool(motto) :])
        more = overview(laid_out.chapters) if form == "pdf" else ()
        return Publication(
            title=edition.title, owner=edition.school.name, kind=_kind(edition), language=language,
            facts=tuple(_facts(edition, adopter_of(actor, edition))), blocks=(*text, *more),
            motto=motto, mark=_mark(edition), address=_address(edition),
        )  # fmt: skip


def _kind(edition: Edition) -> str:
    """Say what kind of document it is, unless the title says so itself."""
    kind = _("Handlingsplan")
    return "" if "plan" in edition.title.casefold() else kind


def _motto(whole: Booklet) -> tuple[str, ...]:
    """Give what stands under the title on the first page, where that is only a few short lines."""
    first = whole.chapters[0] if whole.chapters else None
    if first is None or not first.section.heading.startswith(whole.edition.title):
        return ()
    said = [block.passage.text for block in first.blocks if block.passage and block.kind == PassageKind.PARAGRAPH]
    short = 0 < len(said) == len(first.blocks) <= MOST_LINES and all(len(line) <= LONGEST_LINE for line in said)
    return tuple(said) if short and not first.commitments else ()


def _facts(edition: Edition, adopter: Adopter | None) -> Iterator[tuple[str, str]]:
    yield _("Utgave"), str(edition.number)
    if edition.adopted_at and edition.in_force_from:
        yield _("Vedtatt"), _adopted(timezone.localdate(edition.adopted_at), adopter)
        yield _("Gjelder fra"), _day(edition.in_force_from)
    else:
        yield _("Lest inn"), _day(edition.read_at)
    if edition.last_revised:
        yield _("Sist revidert"), _day(edition.last_revised)
    if edition.revision_month:
        yield _("Revideres hvert år i"), str(MONTHS[edition.revision_month])


def _adopted(day: date, adopter: Adopter | None) -> str:
    if adopter is None:
        return _day(day)
    who = f"{adopter.name}, {adopter.role}" if adopter.role else adopter.name
    return _("%(day)s av %(who)s") % {"day": _day(day), "who": who}


def _day(value: date | datetime) -> str:
    """Write a day as it stands in a letter."""
    day = timezone.localdate(value) if isinstance(value, datetime) else value
    return date_format(day, pgettext("datoformat", "j. F Y"))


def _mark(edition: Edition) -> str:
    return _("Utkast – ikke vedtatt") if edition.state == EditionState.DRAFT else ""


def _address(edition: Edition) -> str:
    if edition.state == EditionState.DRAFT:
        return ""
    place = reverse("plan-public:edition", args=[edition.school.slug, edition.number])
    return f"{settings.ADDRESS.origin}{place}"


def _chapter(whole: Booklet, chapter: Chapter) -> Iterator[Block]:
    """Give a chapter's heading and blocks; what stands under the title itself needs no heading."""
    if not (chapter is whole.chapters[0] and chapter.section.heading.startswith(whole.edition.title)):
        yield Heading(chapter.section.heading)
    told = False
    for block in chapter.blocks:
        if block.kind == PassageKind.REFERENCE:
            # The edition knows what each reference is called and where it leads; the passages say it in pieces.
            yield from () if told else (_reference(link.label, link.address) for link in whole.links)
            told = True
        else:
            yield from _block(block)


def _reference(label: str, address: str) -> Block:
    return Link(label, address) if address else Item(label)


def _block(block: PlanBlock) -> Iterable[Block]:
    if block.kind == "table":
        return _table(block)
    if block.passage is None:
        return ()
    return (_plain(block.passage),)


def _plain(passage: Passage) -> Block:
    return Item(passage.text) if passage.kind == PassageKind.BULLET else Paragraph(passage.text)


def _table(block: PlanBlock) -> Iterable[Block]:
    """Give a table with its head; one that has none is told line by line."""
    if not block.columns:
        return [Paragraph(" – ".join(filter(None, line.cells))) for line in block.rows]
    width = max([len(block.columns), *(len(line.cells) for line in block.rows)])
    head = row(*block.columns, *[""] * (width - len(block.columns)))
    return [Table((head, *(_row(line.pieces, number) for number, line in enumerate(block.rows))))]


def _row(pieces: tuple[tuple[Passage, ...], ...], number: int) -> tuple[Cell, ...]:
    """Give a row; an empty first cell belongs to the one over it, as it did where the plan was written."""
    cells = [Cell(tuple(passage.text for passage in cell)) for cell in pieces]
    if number and not cells[0].pieces:
        cells[0] = Cell((), above=True)
    return tuple(cells)
