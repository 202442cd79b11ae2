"""Preparing the turn, doing it, and undoing it."""

from tett.turn.actions.choose import choose_old_tasks, choose_roles, send_classes, send_students
from tett.turn.actions.classes import add_class, change_class, remove_class
from tett.turn.actions.prepare import begin, bring_calendar, go_through
from tett.turn.actions.settle import settle_all
from tett.turn.actions.turn_back import turn_back
from tett.turn.actions.turn_over import turn_over

__all__ = [
    "add_class",
    "begin",
    "bring_calendar",
    "change_class",
    "choose_old_tasks",
    "choose_roles",
    "go_through",
    "remove_class",
    "send_classes",
    "send_students",
    "settle_all",
    "turn_back",
    "turn_over",
]
