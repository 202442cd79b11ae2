"""What all pages of the turn need: the school, its turn, and the next step."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from tett.people.models import School
from tett.turn import actions, queries
from tett.turn.models import Turn
from tett.turn.words import Step
from tett.ui.http import Request

#: The page of each step, and of what comes after the last.
PAGES = {step: f"turn:{step.value}" for step in Step}
LOOK_OVER = "turn:preview"


def school_of(request: Request) -> School:
    """Give the school whose year somebody may turn."""
    school = queries.school_to_turn(request.actor)
    if school is None:
        raise Http404
    return school


def turn_of(request: Request) -> Turn | None:
    """Give the turn that is prepared, or None: when nobody has begun, and to look at when it is done."""
    turn = queries.turn_of(request.actor, school_of(request))
    return None if turn and turn.done and request.method in {"GET", "HEAD"} else turn


def go_on(request: Request, turn: Turn, step: Step) -> HttpResponse:
    """Remember that a step has been gone through, and lead to the next."""
    actions.go_through(turn, step, by=request.actor, at=request.now)
    steps = list(Step)
    at = steps.index(step) + 1
    return redirect(PAGES[steps[at]] if at < len(steps) else LOOK_OVER)
