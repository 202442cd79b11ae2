"""Reading a whole plan: from plain text to sections, passages and proposals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tett.plan.rules import facts
from tett.plan.rules.blocks import blocks_of
from tett.plan.rules.contradictions import mark_contradictions
from tett.plan.rules.decoding import check_readable, decode
from tett.plan.rules.headings import Letters, looks_like_heading
from tett.plan.rules.parts import Part, parts_of
from tett.plan.rules.shapes import ReadCommitment, ReadPassage, ReadPlan, ReadSection, Reason, Reference
from tett.plan.rules.stretch import Stretch, lines_of
from tett.plan.rules.titles import shortened
from tett.plan.rules.writing import SectionReader, has_content
from tett.plan.words import PassageKind, Remark

__all__ = [
    "ReadCommitment", "ReadPassage", "ReadPlan", "ReadSection", "Reason", "Reference", "decode", "read_plan",(
        "remarks_at"
    ),
]  # fmt: skip


def read_plan(text: str) -> ReadPlan:
    """Read a plan from beginning to end; the same text always gives the same.

    Raises ``Refusal`` when it is no text that people can read.
    """
    check_readable(text)
    readers = _read(parts_of(blocks_of(text), text), text)
    letters = _letters(readers)
    words = [one for reader in readers for one in reader.words]
    repealed = {n: facts.repealed_in(one, text) for n, one in enumerate(words, 1)}
    commitments = _commitments(readers, letters, repealed)
    revised, why_revised = facts.last_revised_in([*words, *(line.stretch for line in lines_of(text))], text)
    month, why_month = facts.revision_month_in(words, text)
    month = month or facts.revision_month_of(commitments)
    school, why_school = facts.school_in(words, text)
    title, why_title = _title(readers, words, school, text)
    law = [reason for found in repealed.values() for reason in found]
    return ReadPlan(
        title=title,
        school_name=school,
        last_revised=revised,
        revision_month=month,
        sections=tuple(_section(r, letter, title) for r, letter in zip(readers, letters, strict=True)),
        passages=tuple(passage for reader in readers for passage in reader.passages),
        commitments=tuple(commitments),
        references=_references(readers, words),
        remarks=_remarks(commitments, revised, law),
        reasons=tuple(r for r in (why_title, why_school, why_revised, why_month, *law) if r),
    )


def remarks_at(found: ReadPlan, day: date) -> tuple[Remark, ...]:
    """Give the document's remarks on a day: once its month is over without a revision, that too."""
    return (*found.remarks, Remark.REVISION_PASSED) if _revision_passed(found, day) else found.remarks


def _revision_passed(found: ReadPlan, day: date) -> bool:
    if found.revision_month is None or found.last_revised is None:
        return False
    year = day.year if day.month > found.revision_month else day.year - 1
    return found.last_revised < date(year, found.revision_month, 1)


def _read(parts: Sequence[Part], text: str) -> list[SectionReader]:
    readers: list[SectionReader] = []
    passages = 0
    for number, part in enumerate(parts, 1):
        readers.append(SectionReader(text, part, number=number, passages=passages, titled=number > 1).read())
        passages += len(readers[-1].passages)
    return readers


def _letters(readers: Sequence[SectionReader]) -> list[str]:
    """Give every part its letter: first those with something under their heading, the title page last."""
    letters, given = Letters(), dict[int, str]()
    told = [reader for reader in readers if has_content(reader.part)]
    if len(told) > 1 and told[0] is readers[0] and not told[0].proposals:
        told = told[1:]
    known = {reader.number for reader in told}
    for reader in (*told, *(r for r in readers if r.number not in known)):
        first = bool(told) and reader is told[0]
        given[reader.number] = letters.give(reader.part.read, has_table=reader.has_table, first=first)
    return [given[reader.number] for reader in readers]


def _commitments(
    readers: Sequence[SectionReader], letters: Sequence[str], repealed: dict[int, list[Reason]]
) -> list[ReadCommitment]:
    found = [one for reader, letter in zip(readers, letters, strict=True) for one in reader.commitments(letter)]
    # Months are headings of one calendar, in which what returns stands more than once.
    calendar = {letter for reader, letter in zip(readers, letters, strict=True) if reader.part.read.time}
    return mark_contradictions([_lawful(one, repealed) for one in found], calendar)


def _lawful(one: ReadCommitment, repealed: dict[int, list[Reason]]) -> ReadCommitment:
    """Remark on a commitment whose passage leans on law that no longer holds."""
    law = [reason for number in one.passages for reason in repealed.get(number, [])]
    if not law:
        return one
    return replace(one, reasons=(*one.reasons, *law), remarks=(*one.remarks, Remark.REPEALED_LAW))


def _section(reader: SectionReader, letter: str, title: str) -> ReadSection:
    read = reader.part.read
    return ReadSection(reader.number, read.words or title, letter, read.bearer, tuple(reader.passages))


def _title(
    readers: Sequence[SectionReader], words: Sequence[Stretch], school: str | None, text: str
) -> tuple[str, Reason | None]:
    """Give the title page's first line that isn't the school's name, or how the document begins."""
    first = readers[0]
    if first.part.title is None:
        return shortened(words[0].text), None
    page = [first.part.title, *(one for one in first.words[1:2] if looks_like_heading(one.text))]
    title = next((one for one in page if not facts.names_school(one.text, school)), page[0])
    return facts.title_in(title.text, school), facts.reason("title", title, 0, len(title.text), text)


def _references(readers: Sequence[SectionReader], words: Sequence[Stretch]) -> tuple[Reference, ...]:
    passages = [passage for reader in readers for passage in reader.passages]
    labels = [w for p, w in zip(passages, words, strict=True) if p.kind == PassageKind.REFERENCE]
    return facts.references_in([label for label in labels if not facts.only_addresses(label.text)], words)


def _remarks(commitments: Sequence[ReadCommitment], revised: date | None, law: Sequence[Reason]) -> tuple[Remark, ...]:
    told = {
        Remark.NOTHING_FOUND: not commitments,
        Remark.REPEALED_LAW: bool(law),
        Remark.NO_REVISION_DATE: revised is None,
    }
    return tuple(remark for remark, holds in told.items() if holds)
