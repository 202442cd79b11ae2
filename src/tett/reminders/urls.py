"""The addresses of notices and of what one gets; nothing in them tells what they are about."""

from django.urls import path

from tett.reminders.views import choosing, notices

app_name = "reminders"
urlpatterns = [
    path("varsler/", notices.mine, name="notices"),
    path("varsler/lest/", notices.read_all, name="read_all"),
    path("varsler/<str:public_id>/", notices.look, name="look"),
    path("meg/varsler/", choosing.choose_page, name="choose"),
    path("meg/varsler/adresse/", choosing.address_again, name="address_again"),
    path("skolen/purring/", choosing.days_page, name="routine"),
]
