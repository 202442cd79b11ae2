"""In which written Norwegian a document is, for those who have it read aloud."""

import re

#: Words that one of the two has and the other hasn't, among the most usual in plans.
NYNORSK = re.compile(
    r"\b(?:ikkje|eit|eitt|elevane|lærarar|lærarane|skulen|skule\w*|korleis|kva|kven|dei|gjere|vere|eigen|saman|frå)\b"
)
BOKMAAL = re.compile(
    r"\b(?:ikke|et|ett|elevene|lærere|lærerne|skolen|skole\w*|hvordan|hva|hvem|de|gjøre|være|egen|sammen|fra)\b"
)


def language_of(text: str) -> str:
    """Give "nn" when more of the telling words are nynorsk than bokmål, else "nb"."""
    lower = text.lower()
    return "nn" if len(NYNORSK.findall(lower)) > len(BOKMAAL.findall(lower)) else "nb"
