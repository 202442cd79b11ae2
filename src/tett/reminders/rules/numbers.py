"""How much waits for somebody: numbers only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Team:
    """How it is with what a leader follows."""

    late: int = 0
    holes: int = 0

    def __add__(self, other: "Team") -> "Team":
        """Put two together."""
        return Team(self.late + other.late, self.holes + other.holes)


@dataclass(frozen=True)
class Numbers:
    """How much somebody has to do this week, how much should have been done, and what else is new."""

    week: int = 0
    late: int = 0
    news: int = 0
    team: Team = Team()

    @property
    def nothing(self) -> bool:
        """Tell whether there is nothing to be reminded of."""
        return not (self.week or self.late or self.news or self.team.late or self.team.holes)
