"""The addresses of the year."""

from django.urls import path

from tett.year import views

app_name = "year"

urlpatterns = [
    path("aret/", views.wheel, name="wheel"),
    path("aret/forhandsvis/", views.preview, name="preview"),
    path("aret/forhandsvis/utkast/", views.preview_draft, name="preview_draft"),
    path("aret/skole/<slug:slug>/", views.wheel, name="school"),
    path("aret/lofte/<str:public_id>/", views.duty, name="duty"),
]
