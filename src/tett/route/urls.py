"""The addresses of school routes."""

from django.urls import path

from tett.route.views import amend, edit, show

app_name = "route"

PLACE = "skolen/skoleruta/<str:place>"
YEAR = f"{PLACE}/<int:starts_in>"
AMENDMENT = "skolen/skoleruta/endring/<str:public_id>"

urlpatterns = [
    path("skolen/skoleruta/", show.own, name="year"),
    path(f"{AMENDMENT}/", amend.amendment, name="amendment"),
    path(f"{AMENDMENT}/forkast/", amend.drop, name="drop"),
    path(f"{AMENDMENT}/angre/", amend.undo, name="undo"),
    path(f"{YEAR}/", show.year, name="place"),
    path(f"{YEAR}/maned/<int:number>/", show.month, name="month"),
    path(f"{YEAR}/skoleruta.ics", show.ical, name="ical"),
    path(f"{YEAR}/skoleruta.csv", show.table, name="table"),
    path(f"{YEAR}/ny/", edit.add, name="add"),
    path(f"{YEAR}/ramme/", edit.frame, name="frame"),
    path(f"{YEAR}/begynn/", edit.begin, name="begin"),
    path(f"{YEAR}/les-inn/", edit.read_in, name="read_in"),
    path(f"{PLACE}/dag/<str:public_id>/", edit.day, name="day"),
    path(f"{PLACE}/dag/<str:public_id>/fjern/", edit.take_away, name="take_away"),
]
