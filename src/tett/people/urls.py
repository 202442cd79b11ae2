"""Where people come in, and are found."""

from django.urls import path

from tett.people.views import entry

urlpatterns = [
    path("logg-inn/", entry.log_in, name="login"),
    path("logg-ut/", entry.log_out, name="logout"),
]
