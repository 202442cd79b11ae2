"""Words of the first start."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Step(TextChoices):
    """What a school has to have before its year can run, in the order it is easiest in."""

    ABOUT = "about", _("Om skolen")
    LEADERS = "leaders", _("Ledelse")
    DEPARTMENTS = "departments", _("Avdelinger")
    ROUTE = "route", _("Skoleruta")
    PEOPLE = "people", _("Elever og ansatte")
    ROLES = "roles", _("Hvem har hvilken rolle")
    PLAN = "plan", _("Handlingsplanen")
    YEAR = "year", _("Skoleåret")
    INVITE = "invite", _("Inviter")


class Come(TextChoices):
    """How far a step has come."""

    DONE = "done", _("på plass")
    BEGUN = "begun", _("påbegynt")
    LEFT = "left", _("gjenstår")


#: Why each step is there, for somebody who meets it the first time.
WHY = {
    Step.ABOUT: _("Navn, telefon og nettsted står på de åpne sidene, så elever og foresatte finner fram."),
    Step.LEADERS: _("Skoleeier peker ut rektor. Rektor kan gjøre alt det andre her."),
    Step.DEPARTMENTS: _("Hver klasse hører til en avdeling, og hver avdeling har en leder."),
    Step.ROUTE: _("Oppgavene legges på skoledager. Derfor må Tett vite når skolen begynner, og når det er ferie."),
    Step.PEOPLE: _("Gi Tett klasselistene fra det skoleadministrative systemet, eller skriv folk inn for hånd."),
    Step.ROLES: _("Hver klasse skal ha en kontaktlærer (opplæringslova § 14-2). Det planen lover, trenger også noen."),
    Step.PLAN: _("Tett leser planen slik dere har skrevet den. Dere ser over, og vedtar når den stemmer."),
    Step.YEAR: _("Hver setning som forplikter, blir oppgaver med en person og en dag. Dere ser alt før det skjer."),
    Step.INVITE: _("De som skal gjøre noe, må komme inn. Send invitasjoner, eller skriv ut lapper."),
}

WRONG_CODE = _(
    "Koden stemmer ikke. Den står i terminalen der Tett ble startet; «./tett manage first_code» viser den igjen."
)
NOBODY_LEADS = _("Skolen har ingen rektor ennå.")
HAS_ROUTE_ALREADY = _("Skoleruta for i år er allerede lagt inn.")
