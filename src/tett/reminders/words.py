"""How often one is reminded, and every sentence that reminders may say. None of them names a person or a matter."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rhythm(TextChoices):
    """How often somebody wants an e-mail."""

    DAILY = "daily", _("hver skoledag")
    WEEKLY = "weekly", _("én gang i uka, den første skoledagen")
    NEVER = "never", _("aldri")


SUBJECT = _("Du har noe å gjøre i Tett")

TASK_GIVEN = _("Du har fått en oppgave.")
TASKS_GIVEN = _("Du har fått flere oppgaver.")
TASK_MOVED = _("En oppgave du har, har fått en ny dag.")
TASKS_MOVED = _("Flere oppgaver du har, har fått en ny dag.")
TAKEN_OVER = _("Du passer på oppgaver for en kollega en stund.")
LENT_OUT = _("En kollega passer på oppgaver for deg en stund.")
HANDED_BACK = _("Oppgaver som var overlatt, er tilbake der de hører hjemme.")
CLIMBED = _("Noe hos dem du leder, har ligget lenge over fristen. Ta en prat, eller gi det til en annen.")

WHY_CHOSEN = _("Du får denne e-posten fordi noe venter på deg, og fordi du har valgt det: {rhythm}, klokka {hour}.")
WHY_DEFAULT = _("Du får denne e-posten fordi noe venter på deg. Den kommer {rhythm}, til du velger noe annet.")

NOT_YOURS = _("Bare rektor og stedfortrederen kan velge når det som blir liggende, skal til lederen. Spør dem.")
DAYS_WRONG = _("Skriv et helt antall skoledager fra {least} til {most}.")
HOUR_UNKNOWN = _("Velg et klokkeslett fra lista.")
NO_ROLE = _("Du har ingen rolle i dag, og da sender Tett deg ingenting.")
