"""How the tests of actions look at what was refused and written down."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.cast import TODAY
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.tasks.models import Change, Handover, Proof, Task

FRIDAY = TODAY + timedelta(days=4)


def refused(sentence: object, act: Callable[[], object]) -> None:
    """Check that the act is refused with the sentence, and leaves nothing behind."""
    before = (Change.objects.count(), Event.objects.count(), Proof.objects.count(), Handover.objects.count())
    with pytest.raises(Refusal) as caught:
        act()
    assert str(caught.value).startswith(str(sentence).split("{", maxsplit=1)[0])
    assert before == (Change.objects.count(), Event.objects.count(), Proof.objects.count(), Handover.objects.count())


def history(task: Task) -> list[str]:
    """Give what happened to a task, in order."""
    return list(Change.objects.filter(task=task).values_list("what", flat=True))


def logged(task: Task) -> list[str]:
    """Give what the log says of a task, in order."""
    return list(Event.objects.filter(thing_id=task.public_id).values_list("what", flat=True))
