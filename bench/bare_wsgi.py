"""A bare Django with one page: how many sessions there are."""

from django.apps import apps
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path


def page(_request: HttpRequest) -> HttpResponse:
    """Show it."""
    template = engines["django"].from_string("<!doctype html><title>Bare</title><p>{{ number }}</p>")
    return HttpResponse(template.render({"number": apps.get_model("sessions", "Session").objects.count()}))


urlpatterns = [path("", page)]
application = get_wsgi_application()
