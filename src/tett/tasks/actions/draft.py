"""Keeping what somebody is writing."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.tasks import words
from tett.tasks.access import may_do_task
from tett.tasks.actions.steps import ask, author, held
from tett.tasks.models import Draft, Task
from tett.tasks.rules import check_note


@transaction.atomic
def save_draft(task: Task, text: str, *, by: Actor, at: datetime) -> None:
    """Keep the text until the task is done; an empty one takes the draft away.

    Drafts are nobody else's to read and no part of the history, so nothing is recorded.
    """
    rows = held(task)
    ask(may_do_task, by, rows, words.NOT_YOURS_TO_DO)
    check_note(text)
    if text.strip():
        Draft.objects.bulk_create(
            [Draft(task=rows[0], person_id=author(by), text=text, at=at)],
            update_conflicts=True,
            unique_fields=["task", "person"],
            update_fields=["text", "at"],
        )
    else:
        Draft.objects.filter(task=rows[0], person=by.person_id).delete()
