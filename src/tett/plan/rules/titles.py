"""Short titles for a list of tasks."""

import re

LONGEST = 90
#: Fewer words than this say nothing by themselves.
FEW = 4
_FILLING = re.compile(
    r"^(?:ta ansvar for å|ha ansvar for å|ansvar for å|ansvar for|sørge for å|syte for å|sammen med elevene"
    r"|saman med elevane)\s",
    re.IGNORECASE,
)
_WHO_SHALL = re.compile(
    r"^(?:(?!\b(?:skal|må|som|at|hvem|hva|kven|kva|når|dersom)\b)[^.,:]){0,60}?"
    r"\b(?:skal|må|plikter å|pliktar å|har (?:\w+ )?ansvar(?:et)? for å|er ansvarl\w+ for å)\s"
    r"(?=\w+(?:e|å|a)\b|gi\b|ta\b|ha\b|delta\b|bidra\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?\([^()]*\)$|\s?[:;,–-]$|\.$")
_PREPOSITION = re.compile(r"\s(?:på|i|ved|for|under|til)\s")
_STARTS_LOOSE = re.compile(r"^(?:på|i|ved|for|under|til|med|om)\s", re.IGNORECASE)
_BREAK = re.compile(
    r"(?<=.{40})(?:\sfor å\s|\sslik at\s|,\s|\sder\s|\ssom\s|\sved å\s|\sut fra\s|\smed utgangspunkt\s)"
)


def title_of(text: str) -> str:
    """Give a title of at most ``LONGEST`` characters out of a sentence."""
    plain = _FILLING.sub("", re.sub(r"^å\s", "", _WHO_SHALL.sub("", text.strip())))
    return shortened(_raised(plain or text.strip()))


def title_of_part(sentence: str, part: str, *, first: bool) -> str:
    """Give a title to one of several times in a sentence: what it is about, and the part."""
    if first:
        return title_of(part)
    if len(part.split()) < FEW:
        return title_of(f"{re.split(r'[,;(]', sentence)[0].strip()} – {part}")
    if not _STARTS_LOOSE.match(part):
        return title_of(part)
    topic = sentence[: sentence.find(part)]
    verb = re.match(r"\w+(?:es|as|is|ast)\b", topic) or re.search(r"\s\w+(?:es|s|ast|er)\b", topic)
    cut = _PREPOSITION.search(topic, verb.end() if verb else len(topic) // 3)
    return title_of(f"{topic[: cut.start()] if cut else topic.strip()} {part}")


def row_title(what: str, who: str, when: str) -> str:
    """Give a title to a row: what is to be done, told apart from its siblings by for whom or when."""
    if not who and not when:
        return shortened(_raised(what))
    what, apart = what.rstrip("."), " – ".join(part for part in (who, when) if part)
    room = LONGEST - len(what) - 3
    return shortened(f"{what} – {apart}") if room >= min(len(apart), 25) else shortened(_raised(apart))


def shortened(text: str) -> str:
    """Cut a text at a natural place, or at a word."""
    text = _ASIDE.sub("", text.strip()).strip()
    if len(text) <= LONGEST:
        return text
    natural = [m.start() for m in _BREAK.finditer(text) if m.start() <= LONGEST]
    if natural:
        return _ASIDE.sub("", text[: natural[-1]])
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
