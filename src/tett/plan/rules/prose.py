"""Proposals out of paragraphs and bullets."""

import re
from dataclasses import dataclass, replace

from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.bearers import FoundBearer, bearers_in, only_bearers
from tett.plan.rules.deciding import case_in, is_standing
from tett.plan.rules.duties import attends, obliges, says_when_again
from tett.plan.rules.headings import STEP
from tett.plan.rules.owners import responsible, settles_owner, together_with
from tett.plan.rules.proposals import Proposal, one_of_several
from tett.plan.rules.sentences import by_time, clauses_of, items_of, sentences_of
from tett.plan.rules.stretch import Stretch
from tett.plan.rules.times import FoundTime, only_time, times_in
from tett.plan.rules.titles import title_of, title_of_part
from tett.plan.words import Remark

_LABEL = re.compile(r"([^:]{3,40})\s?:\s+(?=\S)")


@dataclass(frozen=True)
class Context:
    """What a passage takes over from where it stands: the heading's bearer and time, and that it is in a list."""

    document: str
    bearer: tuple[FoundBearer, ...] = ()
    bearer_words: Stretch | None = None
    time: FoundTime | None = None
    time_words: Stretch | None = None
    listed: bool = False
    measures: bool = False
    #: A month or week stands before what is listed after it on the same line.
    month: bool = False
    #: Somebody is named as responsible for what is listed, but not understood.
    stranger: bool = False
    #: The heading only explains, as "Definisjoner".
    informs: bool = False
    #: The heading is about what is done when something has happened.
    case: FoundTime | None = None
    case_words: Stretch | None = None

    @property
    def own(self) -> bool:
        """Tell whether the heading makes what stands under it somebody's, or some month's, or a measure."""
        return bool(self.bearer) or self.time is not None or self.measures


@dataclass
class _Waiting:
    """A time that a passage says beside its duties, for those that say none themselves."""

    time: FoundTime
    where: Stretch


def read_prose(words: Stretch, ordinal: int, context: Context) -> list[Proposal]:
    """Read a paragraph or bullet into proposals, which may be none."""
    words, context = _labelled(words, context)
    found: list[Proposal] = []
    waiting: list[_Waiting] = []
    sentences = sentences_of(words)
    if context.month:
        sentences = [item for sentence in sentences for item in items_of(sentence)]
    for number, sentence in enumerate(sentences):
        _read_sentence(sentence, ordinal, context, found, waiting, first=number == 0)
    for before, proposal in zip([None, *found], found, strict=False):
        _complete(proposal, before, waiting, context)
    return found


def _labelled(words: Stretch, context: Context) -> tuple[Stretch, Context]:
    """Take "August:" or "Rektor:" before a text for its time or bearer."""
    match = _LABEL.match(words.text)
    if match is None:
        return words, context
    label = words.cut(0, match.end(1))
    if STEP.match(words.text):
        return words.cut(match.end()), replace(context, listed=True, measures=True)
    if only_time(label.text):
        held = replace(context, time=times_in(label.text)[0], time_words=label, listed=True, month=True)
        return words.cut(match.end()), held
    if only_bearers(label.text):
        return words.cut(match.end()), replace(context, bearer=bearers_in(label.text), bearer_words=label, listed=True)
    return words, context


def _read_sentence(
    sentence: Stretch, ordinal: int, context: Context, found: list[Proposal], waiting: list[_Waiting], *, first: bool
) -> None:
    text = sentence.text
    if found and _settle(sentence, found, context):
        return
    if found and attends(text):
        _let_attend(sentence, found, context)
    elif found and says_when_again(text) and not _new_duty(text):
        waiting += _times(sentence)
    elif obliges(
        text, listed=context.listed, own=context.own, first=first or context.time is not None, informs=context.informs
    ):
        for clause in clauses_of(sentence):
            found += _read_clause(clause, sentence, ordinal, context)
    elif found:
        waiting += _times(sentence)


def _settle(sentence: Stretch, found: list[Proposal], context: Context) -> bool:
    """Take a sentence that only says who does what was told before it."""
    people = settles_owner(sentence.text)
    insists = sentence.text.lower().startswith("det er ")
    without = [one for one in found if not one.bearer or (insists and one is found[-1])]
    for one in without if people else ():
        one.give_first(people, sentence, context.document)
    return bool(people and without)


def _new_duty(text: str) -> bool:
    return bool(re.search(r"\b(?:skal|må)\b", text))


def _times(sentence: Stretch) -> list[_Waiting]:
    return [_Waiting(time, sentence) for time in times_in(sentence.text)[:1]]


def _let_attend(sentence: Stretch, found: list[Proposal], context: Context) -> None:
    last = found[-1]
    people = bearers_in(sentence.text)
    if last.bearer:
        last.add(people, sentence, context.document)
    else:
        last.give(people, sentence, context.document)


def _read_clause(clause: Stretch, sentence: Stretch, ordinal: int, context: Context) -> list[Proposal]:
    parts = by_time(clause)
    proposals = []
    for number, (part, time) in enumerate(parts):
        title = title_of(clause.text) if len(parts) == 1 else title_of_part(clause.text, part.text, first=number == 0)
        proposal = Proposal(ordinal, sentence.text, title, (part,) if len(parts) == 1 else (part, clause))
        proposal.part = part.text if len(parts) > 1 else ""
        _say_when(proposal, part, time, context, several=len(parts) == 1)
        _say_who(proposal, part, clause, sentence, context)
        proposals.append(proposal)
    return proposals


def _say_when(proposal: Proposal, part: Stretch, time: FoundTime | None, context: Context, *, several: bool) -> None:
    chosen, had_to = one_of_several(part) if several else (time, False)
    if chosen is not None:
        proposal.happens(chosen, part, context.document)
        if had_to:
            proposal.remark(Remark.TIME_VAGUE)
    elif context.time is not None and context.time_words is not None:
        proposal.happens(context.time, context.time_words, context.document)


def _say_who(proposal: Proposal, part: Stretch, clause: Stretch, sentence: Stretch, context: Context) -> None:
    for words in (part, clause, sentence):
        who = responsible(words.text)
        if who.people:
            proposal.give(who.people, words, context.document)
            if who.strange:
                proposal.remark(Remark.OWNER_NOT_UNDERSTOOD)
            break
    else:
        if context.bearer and context.bearer_words is not None:
            proposal.give(context.bearer, context.bearer_words, context.document)
        elif context.stranger:
            proposal.remark(Remark.OWNER_NOT_UNDERSTOOD)
    proposal.standing = is_standing(part.text, proposal.bearer) or (
        part is not clause and is_standing(clause.text, proposal.bearer)
    )
    proposal.add(together_with(clause.text), clause, context.document)


def _complete(proposal: Proposal, before: Proposal | None, waiting: list[_Waiting], context: Context) -> None:
    """Give a proposal what the passage says elsewhere."""
    if not proposal.has_time and not proposal.standing and waiting:
        proposal.happens(waiting[0].time, waiting[0].where, context.document)
    if not proposal.has_time and not proposal.standing:
        _say_when_needed(proposal, context)
    if not proposal.bearer and before and before.bearer:
        proposal.bearer = before.bearer
        proposal.reasons += [r for r in before.reasons if r.field == "bearer"]


def _say_when_needed(proposal: Proposal, context: Context) -> None:
    """See that what is done in a case is done when there is one."""
    words = proposal.focus[0]
    found = case_in(words.text)
    if found:
        proposal.happens(FoundTime(Schedule(Rhythm.AS_NEEDED), *found), words, context.document)
    elif context.case and context.case_words:
        proposal.happens(context.case, context.case_words, context.document)
