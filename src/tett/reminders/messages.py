"""The e-mail that reminds: how much, why, and where to look; no names, no content, no kind of matter."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tett.notify.rules import Letter
from tett.reminders import words
from tett.reminders.queries import Somebody
from tett.reminders.rules import Numbers, Slot, Team, ends
from tett.reminders.words import Rhythm


def digest(one: Somebody, numbers: Numbers, slot: Slot, at: datetime) -> Letter:
    """Write it in the person's language; one a day or one a week, whatever else happens."""
    with translation.override(one.language):
        lines = [line for line in (_own(numbers), _team(numbers.team), _news(numbers.news), _why(one)) if line]
        return Letter(
            to="",
            person_id=one.person_id,
            subject=str(words.SUBJECT),
            lines=tuple(lines),
            address=reverse("overview:my_day"),
            language=one.language,
            key=_key(one, slot),
            until=ends(one.wish.rhythm, at),
        )


def _key(one: Somebody, slot: Slot) -> str:
    year, week, _weekday = slot.day.isocalendar()
    time = f"{year}-W{week:02}" if one.wish.rhythm == Rhythm.WEEKLY else slot.day.isoformat()
    return f"digest:{one.person_id}:{time}"


def _own(numbers: Numbers) -> str:
    week, late = numbers.week, numbers.late
    said = ngettext("Du har %(n)d oppgave denne uka.", "Du har %(n)d oppgaver denne uka.", week) % {"n": week}
    behind = ngettext("%(n)d oppgave er over fristen.", "%(n)d oppgaver er over fristen.", late) % {"n": late}
    return " ".join(sentence for sentence, number in ((said, week), (behind, late)) if number)


def _team(team: Team) -> str:
    late = ngettext("%(n)d oppgave over fristen", "%(n)d oppgaver over fristen", team.late) % {"n": team.late}
    holes = ngettext("%(n)d oppgave uten ansvarlig", "%(n)d oppgaver uten ansvarlig", team.holes) % {"n": team.holes}
    both = [what for what, number in ((late, team.late), (holes, team.holes)) if number]
    return _("Der du leder: %(what)s.") % {"what": _(" og ").join(both)} if both else ""


def _news(number: int) -> str:
    return ngettext("Du har %(n)d nytt varsel.", "Du har %(n)d nye varsler.", number) % {"n": number} if number else ""


def _why(one: Somebody) -> str:
    sentence = words.WHY_CHOSEN if one.wish.chosen else words.WHY_DEFAULT
    return str(sentence).format(rhythm=one.wish.rhythm.label, hour=one.wish.clock)
