"""Where the turn lives."""

from django.urls import path

from tett.turn.views import classes, doing, guide, steps

app_name = "turn"

urlpatterns = [
    path("skolen/arsskiftet/", guide.guide, name="guide"),
    path("skolen/arsskiftet/start/", guide.start, name="start"),
    path("skolen/arsskiftet/skoleruta/", steps.calendar, name="calendar"),
    path("skolen/arsskiftet/klassene/", classes.classes, name="classes"),
    path("skolen/arsskiftet/klassene/ny/", classes.new_class, name="new_class"),
    path("skolen/arsskiftet/klassene/<str:public_id>/", classes.one_class, name="class"),
    path("skolen/arsskiftet/klassene/<str:public_id>/fjern/", classes.remove, name="remove_class"),
    path("skolen/arsskiftet/elevene/", steps.students, name="students"),
    path("skolen/arsskiftet/rollene/", steps.roles, name="roles"),
    path("skolen/arsskiftet/rommene/", steps.rooms, name="rooms"),
    path("skolen/arsskiftet/se-over/", doing.look_over, name="preview"),
    path("skolen/arsskiftet/angre/", doing.undo, name="undo"),
]
