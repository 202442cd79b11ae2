"""The addresses of tasks; no names of persons stand in them."""

from django.urls import path

from tett.tasks.views import closing, hand, lists, one, temps

app_name = "tasks"
urlpatterns = [
    path("oppgaver/", lists.mine, name="mine"),
    path("oppgaver/team/", lists.team_page, name="team"),
    path("oppgaver/overlat/", hand.over, name="hand_over"),
    path("oppgaver/overlat/<str:public_id>/avslutt/", hand.end, name="end_handover"),
    path("skolen/vikar/", temps.temp, name="temp"),
    path("folk/<str:public_id>/slutter/", temps.leave, name="leaving"),
    path("oppgaver/fil/<str:public_id>/", one.file, name="file"),
    path("oppgaver/<str:public_id>/", one.page, name="task"),
    path("oppgaver/<str:public_id>/gjort/", closing.done, name="done"),
    path("oppgaver/<str:public_id>/angre/", closing.undo, name="undo"),
    path("oppgaver/<str:public_id>/ikke-gjort/", closing.not_done, name="not_done"),
    path("oppgaver/<str:public_id>/ikke-aktuelt/", closing.not_relevant, name="not_relevant"),
    path("oppgaver/<str:public_id>/flytt/", closing.moved, name="move"),
    path("oppgaver/<str:public_id>/legg-til/", one.add, name="add"),
    path("oppgaver/<str:public_id>/kladd/", one.draft, name="draft"),
    path("oppgaver/<str:public_id>/overlat/", hand.over_one, name="hand_over_one"),
    path("oppgaver/<str:public_id>/gi-til/", hand.give, name="give"),
]
