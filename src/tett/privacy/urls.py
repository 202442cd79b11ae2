"""Where privacy is told of."""

from django.urls import path

from tett.privacy.views import everybody, keep, mine

app_name = "privacy"

urlpatterns = [
    path("meg/om-meg/", mine.about_me, name="about_me"),
    path("meg/om-meg/fil/", mine.download, name="download"),
    path("personvern/", everybody.statement, name="statement"),
    path("tilgjengelighet/", everybody.accessibility, name="accessibility"),
    path("feil/", everybody.fault, name="fault"),
    path("feil/takk/", everybody.fault_told, name="fault_told"),
    path(".well-known/security.txt", everybody.security, name="security"),
    path("skolen/feil/", keep.faults, name="faults"),
    path("skolen/feil/<str:public_id>/lest/", keep.read_fault, name="read_fault"),
    path("skolen/personvern/", keep.state, name="state"),
]
