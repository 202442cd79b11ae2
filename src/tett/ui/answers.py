"""Answers that all forms give: shown again with what is wrong, or done, with a sentence that says so."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme

from tett.base.rules import Refusal
from tett.ui.http import Request

#: The form was understood and can't be done: it is shown again with what is wrong.
UNPROCESSABLE = 422


def tried(form: forms.Form, act: Callable[[], object]) -> bool:
    """Act if the form is sound; a refusal becomes an error of the form, so that nothing written is lost."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def done(request: Request, sentence: str | Promise, address: str) -> HttpResponse:
    """Say what was done, and go on, never anywhere but within Tett."""
    messages.success(request, str(sentence))
    own = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return HttpResponseRedirect(address if own else "/", status=303)


def status_of(form: forms.Form) -> int:
    """Give the status of a page with a form that hasn't been sent, or that is shown again."""
    return UNPROCESSABLE if form.is_bound else 200
