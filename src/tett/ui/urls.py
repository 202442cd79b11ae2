"""Where the shell's own addresses live."""

from django.urls import path

from tett.ui import views

app_name = "ui"

urlpatterns = [path("visning/", views.prefer, name="prefer")]
