"""What is stored about the one who asks."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tett.privacy.exports import about_me as all_of_it
from tett.privacy.queries import everything_about_me, statements, who_has_seen_me
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def about_me(request: Request) -> HttpResponse:
    """Show what is stored about somebody, why, and who has seen it."""
    page = {
        "groups": everything_about_me(request.actor),
        "openings": who_has_seen_me(request.actor),
        "statements": statements(request.actor),
    }
    return render(request, "privacy/about_me.html", page)


@signed_in
@require_safe
def download(request: Request) -> HttpResponse:
    """Give all of it as a file."""
    found = all_of_it(everything_about_me(request.actor, most=None), who_has_seen_me(request.actor), request.now)
    name = f"om-meg-{request.actor.day.isoformat()}.json"
    answer = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
