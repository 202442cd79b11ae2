"""Every address of the house: each room says its own."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

#: What every signed-in room serves, at fixed addresses.
urlpatterns: list[URLPattern | URLResolver] = []
#: What schools show to everybody under an address of their own; last, since a school's address could be any word.
_open: list[URLPattern | URLResolver] = []

for _room in settings.ROOMS:
    if _room != "config" and find_spec(f"tett.{_room}.urls"):
        _urls = import_module(f"tett.{_room}.urls")
        urlpatterns.append(path("", include(_urls)))
        _open += getattr(_urls, "open_patterns", [])

urlpatterns.append(path("", include("tett.config.watch.urls")))
if settings.DEMO:
    urlpatterns.append(path("", include("tett.config.demo.entry")))
urlpatterns += _open

handler400 = "tett.ui.errors.bad_request"
handler404 = "tett.ui.errors.not_found"
handler500 = "tett.ui.errors.broke"
