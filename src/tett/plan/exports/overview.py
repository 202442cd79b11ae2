"""Who does what, and when: what the plan promises, role by role, as the school has gone through it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tett.access.words import label_of
from tett.calendar.rules import say
from tett.documents.shapes import Block, Heading, Item, NewPage, Paragraph, Table, row
from tett.plan.exports.telling import audience_of, bearers_of, law_of
from tett.plan.models import Commitment
from tett.plan.queries.blocks import Chapter
from tett.plan.words import Evidence

#: The columns of all tables stand under each other.
ROOM = (5.0, 2.5, 2.8, 2.7)


def overview(chapters: Iterable[Chapter]) -> Iterator[Block]:
    """Give the promises by who has the responsibility, in the order the plan comes to them."""
    by_bearer: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in (one for chapter in chapters for one in chapter.commitments):
        by_bearer[commitment.bearer].append(commitment)
    if not by_bearer:
        return
    yield NewPage()
    yield Heading(_("Hvem gjør hva, og når"))
    yield Paragraph(_("Her er det planen lover, ordnet etter hvem som har ansvaret. Planens egen tekst står foran."))
    for bearer, commitments in by_bearer.items():
        yield Heading(capfirst(label_of(bearer)) if bearer else _("Ingen har ansvaret ennå"), 2)
        yield from _of_one(commitments)


def _of_one(commitments: list[Commitment]) -> Iterator[Block]:
    """Give what one role does at some time as a table, and what always holds as a list."""
    timed = [one for one in commitments if one.evidence != Evidence.ALWAYS]
    if timed:
        head = row(_("Hva"), _("For hvem"), _("Når"), _("Lov og forskrift"))
        yield Table((head, *(row(_with_others(one), *_told(one)) for one in timed)), ROOM)
    always = [one for one in commitments if one.evidence == Evidence.ALWAYS]
    if always:
        yield Heading(_("Gjelder alltid"), 3)
        yield from (Item(one.title) for one in always)


def _with_others(one: Commitment) -> str:
    return f"{one.title}\n{capfirst(bearers_of(one))}" if one.co_bearers else one.title


def _told(one: Commitment) -> tuple[str, str, str]:
    # The sign and its number stay together at the end of a line.
    law = capfirst(law_of(one.act_section)).replace("§ ", "§\N{NO-BREAK SPACE}") if one.act_section else "–"
    return capfirst(audience_of(one)), capfirst(say(one.when)), law
