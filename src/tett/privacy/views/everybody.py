"""What everybody may read, and the form for whoever found a fault."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tett.base.clock import real_now
from tett.privacy.actions import tell_of_fault
from tett.privacy.forms import FaultForm
from tett.privacy.queries import declared, statements
from tett.privacy.rules import bare_path
from tett.ui.doors import open_page
from tett.ui.http import Request

#: RFC 9116 wants less than a year; it is worked out anew at each question.
SECURITY_LASTS = timedelta(days=180)


@open_page
@require_safe
def statement(request: Request) -> HttpResponse:
    """Show what is stored here, about whom and why."""
    page = {"tables": declared(request.actor), "statements": statements(request.actor)}
    return render(request, "privacy/statement.html", page)


@open_page
@require_safe
def accessibility(request: Request) -> HttpResponse:
    """Show where the accessibility statement is, or that there is none yet."""
    return render(request, "privacy/accessibility.html", {"statements": statements(request.actor)})


@open_page
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fault(request: Request) -> HttpResponse:
    """Ask what is wrong, of anybody."""
    came_from = bare_path(request.headers.get("Referer", ""))
    form = FaultForm(request.POST if request.method == "POST" else None, initial={"page": came_from})
    if form.is_bound and form.is_valid():
        tell_of_fault(**form.cleaned_data, by=request.actor, at=request.now)
        return redirect("privacy:fault_told")
    return render(request, "privacy/fault.html", {"form": form}, status=422 if form.errors else 200)


@open_page
@require_safe
def fault_told(request: Request) -> HttpResponse:
    """Thank, and say what happens now."""
    return render(request, "privacy/fault_told.html")


@open_page
@require_safe
def security(request: Request) -> HttpResponse:
    """Say where somebody who found a hole writes (RFC 9116); without a contact it isn't there."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    return HttpResponse("\n".join(_security(request, real_now())), content_type="text/plain; charset=utf-8")


def _security(request: Request, at: datetime) -> list[str]:
    expires = (at + SECURITY_LASTS).replace(hour=0, minute=0, second=0, microsecond=0)
    return [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Contact: {request.build_absolute_uri(reverse('privacy:fault'))}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nb, nn, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
        "",
    ]
