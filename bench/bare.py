"""A page of nothing but Django: somebody with a session sees fifty rows."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.utils.formats import date_format

from tett.tasks.models import Task

ROWS = 50
TEMPLATE = """<!doctype html><title>{{ name }}</title><ul>
{% for title, target, slot, due in rows %}<li><a href="/{{ slot }}/">{{ title }}</a> {{ target }} {{ due }}</li>
{% endfor %}</ul>"""
_compiled = cache(lambda: engines["django"].from_string(TEMPLATE))


def rows(request: HttpRequest) -> HttpResponse:
    """Show them, each day written once."""
    found = Task.objects.order_by("-pk").values_list("duty__title", "target_key", "slot", "due")[:ROWS]
    days: dict[object, str] = {}
    shown = [(*row, days.get(due) or days.setdefault(due, date_format(due, "j. F"))) for *row, due in found]
    return HttpResponse(_compiled().render({"name": str(request.user), "rows": shown}))


urlpatterns = [path("", rows)]
