"""A proposal under way: what is known of a commitment while the passages around it are read."""

from dataclasses import dataclass, field

from tett.access.words import Group, Level
from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.audiences import all_levels, audience_of, levels_in, named_audience
from tett.plan.rules.bearers import SCHOOL, FoundBearer
from tett.plan.rules.deciding import Found, act_section_of, evidence_of
from tett.plan.rules.sentences import times_of_duty
from tett.plan.rules.shapes import ReadCommitment, Reason
from tett.plan.rules.stretch import Stretch
from tett.plan.rules.times import UNKNOWN, FoundTime
from tett.plan.words import Audience, Evidence, Remark

_AT_HOME = frozenset({Group.STUDENTS, Group.GUARDIANS})
_AT_WORK = frozenset({Group.STAFF, Group.TEACHERS})
REMARK_OF = {Rhythm.REGULAR: Remark.RHYTHM_MISSING}


@dataclass
class Proposal:
    """What a sentence or row promises; ``focus`` are the words it is judged by, the most telling first."""

    ordinal: int
    text: str
    title: str
    focus: tuple[Stretch, ...]
    passages: tuple[int, ...] = ()
    bearer: str = ""
    co_bearers: list[str] = field(default_factory=list)
    schedule: Schedule = UNKNOWN
    levels: tuple[Level, ...] = ()
    standing: bool = False
    #: The words of a sentence or cell that this one is about, where it shares them with others.
    part: str = ""
    reasons: list[Reason] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    # -- who

    def give(self, people: tuple[FoundBearer, ...], where: Stretch, document: str) -> None:
        """Take the first for the one responsible and the others for those who take part."""
        for person in people:
            self._give_one(person)
        if people:
            self.explain("bearer", where, people[0].starts, people[-1].ends, document)

    def give_first(self, people: tuple[FoundBearer, ...], where: Stretch, document: str) -> None:
        """Make somebody responsible before those who were."""
        earlier, self.bearer = [self.bearer, *self.co_bearers], ""
        self.co_bearers = []
        self.give(people, where, document)
        self.co_bearers += [one for one in earlier if one and one not in {self.bearer, *self.co_bearers}]

    def add(self, people: tuple[FoundBearer, ...], where: Stretch, document: str) -> None:
        """Let others take part."""
        values = [self.known(p.value) for p in people]
        self.co_bearers += [v for v in values if v != self.bearer and v not in self.co_bearers]
        if people:
            self.explain("co_bearers", where, people[0].starts, people[-1].ends, document)

    def _give_one(self, person: FoundBearer) -> None:
        value = self.known(person.value)
        if not self.bearer:
            self.bearer = value
            if person.value == SCHOOL:
                self.remark(Remark.OWNER_IS_SCHOOL)
        elif value != self.bearer and value not in self.co_bearers:
            self.co_bearers.append(value)

    @staticmethod
    def known(value: str) -> str:
        """Give leadership for the school itself."""
        return str(Group.LEADERSHIP.value) if value == SCHOOL else value

    # -- when

    def happens(self, time: FoundTime, where: Stretch, document: str) -> None:
        """Take a time, and the words that say it."""
        self.schedule = time.schedule
        self.explain("schedule", where, time.starts, time.ends, document)
        if time.vague:
            self.remark(Remark.TIME_VAGUE)

    @property
    def has_time(self) -> bool:
        """Tell whether it is known when."""
        return self.schedule != UNKNOWN

    # -- why

    def explain(self, name: str, where: Stretch, starts: int, ends: int, document: str) -> None:
        """Keep the document's words for a decision."""
        if ends <= starts or ends > len(where.places):
            return
        first, last = where.where(starts, ends)
        self.reasons.append(Reason(name, document[first:last], first, last))

    def remark(self, remark: Remark) -> None:
        """Say once what somebody should look at."""
        if remark not in self.remarks:
            self.remarks.append(remark)

    # -- done

    def finish(self, code: str, document: str) -> ReadCommitment:
        """Decide what follows from the words, and close the proposal."""
        self._stand()
        evidence, number, why = self._evidence()
        if not self.has_time and self._holds(evidence, why):
            self.standing = True
            self._stand()
            evidence, number, why = self._evidence()
        self.explain("evidence", self.focus[number], why.starts, why.ends, document)
        if evidence == Evidence.PUBLISHED and not self.has_time:
            self.schedule = Schedule(Rhythm.ALWAYS)
            self.explain("schedule", self.focus[number], why.starts, why.ends, document)
        audience = self._audience(evidence, document)
        self._levels(document)
        self._arrival(audience)
        self._remark()
        return ReadCommitment(
            code, self.passages, self.text, self.title, self.bearer, tuple(self.co_bearers), audience, self.levels,
            self.schedule, evidence, act_section_of(self.text), tuple(self.reasons), tuple(self.remarks), self.part,
        )  # fmt: skip

    def _evidence(self) -> tuple[Evidence, int, Found]:
        texts = tuple(focus.text for focus in self.focus)
        return evidence_of(texts, self.schedule.rhythm, standing=self.standing)

    def _holds(self, evidence: Evidence, why: Found) -> bool:
        """Tell whether what a whole group is to do without a time always holds: "hilse på elevene"."""
        unasked = evidence == Evidence.CONFIRMATION and not why.ends
        return self.bearer in _AT_HOME or (self.bearer in _AT_WORK and unasked)

    def _stand(self) -> None:
        """See that a duty that always holds needs no time, and that one that happens at times isn't standing."""
        if self.standing and not self.has_time:
            self.schedule = Schedule(Rhythm.ALWAYS)
        elif self.standing and self.schedule.rhythm not in {Rhythm.ALWAYS, Rhythm.ALL_YEAR, Rhythm.AS_NEEDED}:
            self.standing = False

    def _audience(self, evidence: Evidence, document: str) -> Audience:
        audience = Audience.SCHOOL
        named = named_audience(tuple(focus.text for focus in self.focus), evidence)
        for number, focus in enumerate(self.focus):
            audience, found = audience_of(focus.text, self.bearer, evidence)
            if named and named[0] == number:
                audience, found = named[1:]
            if found.ends and (named is None or named[0] == number):
                self.explain("audience", focus, found.starts, found.ends, document)
                return audience
        told = evidence in {Evidence.CONFIRMATION, Evidence.READING}
        return Audience.STAFF if told and self.schedule.rhythm == Rhythm.PLANNING_DAYS else audience

    def _levels(self, document: str) -> None:
        for focus in self.focus:
            levels, found = levels_in(focus.text)
            if levels and found:
                self.levels = levels
                self.explain("levels", focus, found.starts, found.ends, document)
            if levels or all_levels(focus.text):
                break

    def _arrival(self, audience: Audience) -> None:
        loose = not self.has_time or self.schedule.rhythm in {Rhythm.ALWAYS, Rhythm.SCHOOL_START}
        if audience == Audience.NEW_STAFF and loose:
            self.schedule = Schedule(Rhythm.ON_ARRIVAL)
            why = next((r for r in self.reasons if r.field == "audience"), None)
            if why:
                self.reasons.append(Reason("schedule", why.words, why.starts, why.ends))

    def _remark(self) -> None:
        if not self.bearer and Remark.OWNER_NOT_UNDERSTOOD not in self.remarks:
            self.remark(Remark.NO_OWNER)
        if self.bearer == Group.EVERYONE:
            self.remark(Remark.OWNER_IS_EVERYONE)
        if not self.has_time and Remark.TIME_NOT_UNDERSTOOD not in self.remarks:
            self.remark(Remark.NO_TIME)
        if self.schedule.rhythm in REMARK_OF:
            self.remark(REMARK_OF[self.schedule.rhythm])


def one_of_several(words: Stretch) -> tuple[FoundTime | None, bool]:
    """Choose among times that stand together without a word between: the sharpest, and whether one had to choose."""
    times = times_of_duty(words.text)
    if not times:
        return None, False
    sharp = [t for t in times if t.schedule.rhythm in {Rhythm.ISO_WEEKS, Rhythm.BY_DATE}]
    return (sharp or list(times))[0], len(times) > 1
