"""Where a school starts."""

from django.urls import path

from tett.start.views import first, guide, places

app_name = "start"

urlpatterns = [
    path("kom-i-gang/", first.first, name="first"),
    path("oppstart/", guide.guide, name="guide"),
    path("oppstart/skoleeier/<str:public_id>/", places.owner, name="owner"),
    path("oppstart/skoleeier/<str:public_id>/ny-skole/", guide.new_school, name="new_school"),
    path("oppstart/verv/<str:public_id>/avslutt/", places.end, name="end"),
    path("oppstart/avdeling/<str:public_id>/", places.department, name="department"),
    path("oppstart/avdeling/<str:public_id>/fjern/", places.drop_department, name="drop_department"),
    path("oppstart/skole/<slug:slug>/", guide.school, name="school"),
    path("oppstart/skole/<slug:slug>/om-skolen/", guide.about, name="about"),
    path("oppstart/skole/<slug:slug>/avdelinger/", places.departments, name="departments"),
    path("oppstart/skole/<slug:slug>/ledelse/", places.leaders, name="leaders"),
    path("oppstart/skole/<slug:slug>/skoleruta/", guide.route, name="route"),
    path("oppstart/skole/<slug:slug>/skoleruta/bruk/", guide.take_route, name="take_route"),
]
