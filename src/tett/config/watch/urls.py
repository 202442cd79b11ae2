"""Where programs look."""

from django.urls import path

from tett.config.watch import views

urlpatterns = [path("helse/", views.health, name="health"), path("metrics", views.metrics, name="metrics")]
