"""Where people come in, and are found."""

from django.urls import include, path

from tett.people.views import classes, entry

people_patterns = [
    path("klasser/", classes.classes, name="classes"),
    path("klasser/<str:public_id>/", classes.one_class, name="class"),
    path("folk/<str:public_id>/", classes.person, name="person"),
]

urlpatterns = [
    path("", include((people_patterns, "people"))),
    path("logg-inn/", entry.log_in, name="login"),
    path("logg-ut/", entry.log_out, name="logout"),
]
