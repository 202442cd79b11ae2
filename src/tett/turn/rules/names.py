"""What classes are called, and what they are called a year later."""

import re

from tett.calendar.words import Level

#: 1NAA is level 1, programme area NA, the first of its kind.
PARTS = re.compile(r"^(?P<level>\d?)(?P<letters>.*?)(?P<number>[A-ZÆØÅ]|\d*)$")
DIGITS = {Level.VG1: "1", Level.VG2: "2", Level.VG3: "3"}
NEXT = {Level.VG1: Level.VG2, Level.VG2: Level.VG3}


def letters_of(name: str) -> str:
    """Give what a class's name says of its programme area: NA for 1NAA and 1NAB."""
    found = PARTS.match(name.strip().upper())
    return found["letters"] if found else name


def bump(name: str, level: str) -> str:
    """Give a class's name a year later: 2NAA for 1NAA; a name without its level's number stays."""
    following = NEXT.get(Level(level))
    digit = DIGITS[Level(level)]
    if following is None or name.count(digit) != 1:
        return name
    return name.replace(digit, DIGITS[following])
