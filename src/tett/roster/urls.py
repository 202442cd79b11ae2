"""Addresses of imports."""

from django.urls import path

from tett.roster import jobs
from tett.roster.views import lists, one

READ = {"later": jobs.read_list.enqueue}
WRITE = {"later": jobs.write_list.enqueue}
EITHER = {"read": jobs.read_list.enqueue, "writes": jobs.write_list.enqueue}

app_name = "roster"
urlpatterns = [
    path("skolen/import/", lists.imports, name="imports"),
    path("skolen/import/ny/", lists.new, READ, name="new"),
    path("skolen/import/kolonner/", lists.about_columns, name="about_columns"),
    path("skolen/import/mal/<slug:holds>.xlsx", lists.empty_list, name="empty_list"),
    path("skolen/import/rettet/", one.corrections, name="corrections"),
    path("skolen/import/rettet/<str:public_id>/slipp/", one.release, name="release"),
    path("skolen/import/<str:public_id>/", one.one, name="one"),
    path("skolen/import/<str:public_id>/kolonner/", lists.columns, READ, name="columns"),
    path("skolen/import/<str:public_id>/bekreft/", one.confirm, WRITE, name="confirm"),
    path("skolen/import/<str:public_id>/igjen/", one.again, EITHER, name="again"),
    path("skolen/import/<str:public_id>/forkast/", one.drop, name="drop"),
    path("skolen/import/<str:public_id>/rart.xlsx", one.odd, name="odd"),
]
