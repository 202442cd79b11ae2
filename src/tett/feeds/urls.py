"""The addresses of feeds."""

from django.urls import path

from tett.feeds import views

app_name = "feeds"

urlpatterns = [
    path("kalender/<str:secret>.ics", views.feed, name="feed"),
    path("meg/kalender/", views.mine, name="mine"),
    path("meg/kalender/pa/", views.turn_on, name="turn_on"),
    path("meg/kalender/<str:public_id>/ny-adresse/", views.give_another, name="give_another"),
    path("meg/kalender/<str:public_id>/av/", views.turn_off, name="turn_off"),
]
