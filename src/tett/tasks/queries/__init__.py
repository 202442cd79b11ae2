"""Reading tasks: mine, the team's, one with everything about it, and the numbers."""

from tett.tasks.queries.counts import DONE, numbers
from tett.tasks.queries.hand import Colleague, Lent, colleagues, handovers, one_handover, person_at_work
from tett.tasks.queries.mine import Day, MyTasks, Week, my_tasks, my_week
from tett.tasks.queries.page import (
    Choice,
    Group,
    Line,
    Mode,
    TaskPage,
    closed_together,
    proof_to_serve,
    task_page,
    unfinished_siblings,
)
from tett.tasks.queries.rows import Row, row_of
from tett.tasks.queries.team import Filters, Team, team

__all__ = [
    "DONE",
    "Choice",
    "Colleague",
    "Day",
    "Filters",
    "Group",
    "Lent",
    "Line",
    "Mode",
    "MyTasks",
    "Row",
    "TaskPage",
    "Team",
    "Week",
    "closed_together",
    "colleagues",
    "handovers",
    "my_tasks",
    "my_week",
    "numbers",
    "one_handover",
    "person_at_work",
    "proof_to_serve",
    "row_of",
    "task_page",
    "team",
    "unfinished_siblings",
]
