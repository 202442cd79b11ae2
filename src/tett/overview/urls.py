"""Where the overviews live."""

from django.urls import path

from tett.overview import views

app_name = "overview"

urlpatterns = [
    path("", views.start, name="start"),
    path("min-dag/", views.my_day, name="my_day"),
    path("tavla/", views.board, name="board"),
    path("tavla/<str:duty>/", views.behind, name="line"),
    path("tavla/<str:duty>/<str:column>/", views.behind, name="cell"),
    path("slik-gar-det/", views.coverage, name="coverage"),
    path("skolen/", views.school, name="school"),
    path("meg/", views.me, name="me"),
    path("skolene/", views.county, name="county"),
]

#: Open pages under a school's own address; mounted last, since they match anything.
open_patterns = [
    path("<slug:school>/", views.front, name="front"),
]
