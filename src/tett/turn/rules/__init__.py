"""What the turn goes by: when, names, who goes where and which roles follow."""

from tett.turn.rules.copying import next_year_of
from tett.turn.rules.fates import ELECTED, ends_by_itself, fate_of, fates_for
from tett.turn.rules.holes import holes_in
from tett.turn.rules.names import bump, letters_of
from tett.turn.rules.places import Place, Where, last_of, whereabouts
from tett.turn.rules.proposal import Now, Planned, Proposal, propose
from tett.turn.rules.season import Season, first_day, last_day, turns_to

__all__ = [
    "ELECTED",
    "Now",
    "Place",
    "Planned",
    "Proposal",
    "Season",
    "Where",
    "bump",
    "ends_by_itself",
    "fate_of",
    "fates_for",
    "first_day",
    "holes_in",
    "last_day",
    "last_of",
    "letters_of",
    "next_year_of",
    "propose",
    "turns_to",
    "whereabouts",
]
