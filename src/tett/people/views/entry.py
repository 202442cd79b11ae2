"""In and out."""

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.contrib.auth import logout as end_session
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tett.base.rules import Refusal
from tett.people.actions.logins import try_password
from tett.people.forms import LogInForm
from tett.ui.doors import open_page
from tett.ui.http import Request


@open_page
@never_cache
@sensitive_post_parameters("password")
def log_in(request: Request) -> HttpResponse:
    """Ask for name and password; in the demo one may also choose whom to be."""
    form = LogInForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _enter(request, form):
        return HttpResponseRedirect(_onwards(request))
    page = {"form": form, "next": request.GET.get("next", ""), "cast": _cast(request)}
    return render(request, "people/log_in.html", page, status=422 if form.errors else 200)


@open_page
@require_POST
def log_out(request: Request) -> HttpResponse:
    """End the session; the browser is told to forget what it kept."""
    end_session(request)
    return redirect("overview:start")


def _enter(request: Request, form: LogInForm) -> bool:
    try:
        address = request.META.get("REMOTE_ADDR", "")
        found = try_password(request, **form.cleaned_data, address=address, by=request.actor, at=request.now)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    begin_session(request, found)
    return True


def _onwards(request: Request) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else reverse("overview:my_day")


def _cast(request: Request) -> object:
    """Give whom one can be, put there by the demo (and by nothing else)."""
    return getattr(request, "demo_cast", ()) if settings.DEMO else ()
