"""How the plan is shown."""

import re

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from tett.calendar.rules import say as say_schedule
from tett.plan.exports.telling import bearers_of, law_of
from tett.plan.models import Commitment, Passage
from tett.plan.words import Remark

register = template.Library()
register.filter("law", law_of)
register.filter("bearer_names", bearers_of)

#: Where in the law something stands, as "§ 12-4" or "§§ 10-1 og 10-2"; an address has no space there.
SECTION = re.compile(r"(?:§+|[Ss]ections?) \d{1,2}-\d{1,2}(?: \w+ \d{1,2}-\d{1,2}(?!\w))?")

FIELDS = {
    "bearer": gettext_lazy("hvem"),
    "audience": gettext_lazy("for hvem"),
    "schedule": gettext_lazy("når"),
    "evidence": gettext_lazy("hva fullfører"),
}


@register.filter
def say(commitment: Commitment) -> str:
    """Say when in words."""
    return say_schedule(commitment.when)


@register.filter
def because(commitment: Commitment, field: str) -> str:
    """Give the words of the plan that led to a proposal, or nothing."""
    words = [reason["words"] for reason in commitment.reasons if reason["field"] == field]
    return " … ".join(dict.fromkeys(" ".join(w.split()) for w in words))


@register.filter
def unbroken(page: str) -> SafeString:
    """Keep the numbers of the law's sections whole at the end of a line."""
    whole = SECTION.sub(r'<span class="unbroken">\g<0></span>', page)
    return mark_safe(whole)  # nosec B308, B703 - the page's own HTML, already escaped; only numbers are wrapped


@register.filter
def remark(value: str) -> str:
    """Say a remark."""
    return str(Remark(value).label)


@register.simple_tag
def marked(passage: Passage, commitments: "tuple[Commitment, ...]") -> SafeString:
    """Show a passage with the words marked that told Tett who, for whom and when."""
    spans = [(r["words"], r["field"]) for c in commitments for r in c.reasons if r["field"] in FIELDS]
    text, parts, at = passage.text, [], 0
    for start, end, field in _places(text, spans):
        parts.append(conditional_escape(text[at:start]))
        parts.append(_mark(text[start:end], field))
        at = end
    return format_html_join("", "{}", ((part,) for part in [*parts, text[at:]]))


def _mark(words: str, field: str) -> SafeString:
    told = FIELDS[field]
    return format_html(
        '<mark class="because because-{}">{}<span class="sr-only"> ({})</span></mark>', field, words, told
    )


def _places(text: str, spans: list[tuple[str, str]]) -> list[tuple[int, int, str]]:
    """Find the words in the unwrapped passage; overlapping ones give way to the first."""
    found: list[tuple[int, int, str]] = []
    for words, field in dict.fromkeys(spans):
        plain = " ".join(words.split())
        start = text.find(plain)
        end = start + len(plain)
        if plain and start >= 0 and all(end <= a or start >= b for a, b, _f in found):
            found.append((start, end, field))
    return sorted(found)


@register.simple_tag
def legend() -> SafeString:
    """Explain the marks."""
    return format_html_join(" ", '<mark class="because because-{}">{}</mark>', FIELDS.items())
