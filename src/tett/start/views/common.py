"""What the pages of the start share."""

from collections.abc import Callable

from django.forms import Form
from django.http import Http404

from tett.base.rules import Refusal
from tett.people.models import School
from tett.start import queries
from tett.ui.http import Request


def found_school(request: Request, slug: str) -> School:
    """Give a school that somebody may lead through the start, or say that there is none."""
    found = queries.school_to_start(request.actor, slug)
    if found is None:
        raise Http404
    return found


def asked(form: Form, do: Callable[[], object]) -> bool:
    """Do it when the form was sent and holds; what is refused stands in the form, with all that was written."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        do()
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
