"""Where people come in, and are found."""

from django.urls import include, path

from tett.people.views import classes, consents, everybody, persons, powers, roles, students

people_patterns = [
    path("klasser/", classes.classes, name="classes"),
    path("klasser/<str:public_id>/", classes.one_class, name="class"),
    path("klasser/<str:public_id>/liste/", classes.paper, name="class_list"),
    path("klasser/<str:public_id>/tillitsvalgte/", students.elected, name="elect"),
    path("klasser/<str:public_id>/kontaktlarer/", roles.teachers, name="teachers"),
    path("skolen/folk/", everybody.page, name="everybody"),
    path("skolen/folk/ny-elev/", students.new, name="new_student"),
    path("skolen/folk/ny-ansatt/", roles.new_staff, name="new_staff"),
    path("skolen/hvem-kan-hva/", powers.page, name="who_may_what"),
    path("folk/<str:public_id>/", persons.page, name="person"),
    path("folk/<str:public_id>/rett/", persons.correct, name="correct"),
    path("folk/<str:public_id>/kontakt/", persons.contact, name="contact"),
    path("folk/<str:public_id>/skjerming/", persons.protection, name="protection"),
    path("folk/<str:public_id>/skjerming/leser/", persons.add_reader, name="add_reader"),
    path("folk/leser/<str:public_id>/avslutt/", persons.remove_reader, name="remove_reader"),
    path("folk/<str:public_id>/rolle/", roles.give, name="give_role"),
    path("folk/rolle/<str:public_id>/avslutt/", roles.end, name="end_role"),
    path("folk/<str:public_id>/plass/", students.place, name="place"),
    path("folk/plass/<str:public_id>/bytt/", students.move, name="move"),
    path("folk/plass/<str:public_id>/rett/", students.rests_on, name="rests_on"),
    path("folk/<str:public_id>/foresatt/", students.guardian, name="guardian"),
    path("folk/foresatt/<str:public_id>/avslutt/", students.end_guardian, name="end_guardian"),
    path("meg/samtykke/", consents.mine, name="my_consents"),
    path("meg/samtykke/<str:public_id>/", consents.give, name="consent"),
    path("meg/samtykke/<str:public_id>/trekk/", consents.withdraw, name="withdraw"),
]

urlpatterns = [
    path("", include((people_patterns, "people"))),
]
