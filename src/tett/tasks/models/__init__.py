"""Duties, the tasks they give, and what shows that they are done."""

from tett.tasks.models.proof import Draft, Proof
from tett.tasks.models.task import Change, Duty, Handover, Task

__all__ = ["Change", "Draft", "Duty", "Handover", "Proof", "Task"]
