"""Two pages of doors: to running a school, and to one's own things. What a door opens decides for itself who may in."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tett.access.rules import Actor
from tett.access.words import STAFF_ROLES, Role


@dataclass(frozen=True)
class Door:
    """Where one may go, and what is there."""

    label: str | Promise
    text: str | Promise
    address: str
    icon: str


RUNNERS = (Role.PRINCIPAL, Role.DEPUTY)
OWNERS = (Role.COUNTY_OFFICER, Role.ADMINISTRATOR)
EVERYBODY = tuple(Role)

SCHOOL = (
    (_("Oppstart"), _("Steg for steg til skolen er i gang."), "start:guide", "leaf", (*RUNNERS, *OWNERS)),
    (_("Folk"), _("Finn en person. Roller, klasser, vikarer."), "people:everybody", "people", STAFF_ROLES),
    (_("Lister inn"), _("Klasselister fra fil, med prøve først."), "roster:imports", "inbox", RUNNERS),
    (
        _("Invitasjoner"),
        _("Hvem som er invitert, og hvem som er inne."),
        "entry:invitations",
        "key",
        (*RUNNERS, *OWNERS),
    ),
    (
        _("Skoleruta"),
        _("Skoledager, ferier og planleggingsdager."),
        "route:year",
        "calendar",
        (*STAFF_ROLES, Role.COUNTY_OFFICER),
    ),
    (_("Årsskiftet"), _("Fra ett skoleår til det neste."), "turn:guide", "turn", RUNNERS),
    (_("Påminnelser"), _("Når noe over tiden går videre til lederen."), "reminders:routine", "bell", RUNNERS),
    (_("Personvern"), _("Det skoleeier svarer for, og hvor lenge noe ligger."), "privacy:state", "shield", OWNERS),
    (_("Meldte feil"), _("Feil i nettsiden som noen har funnet."), "privacy:faults", "speech", OWNERS),
    (_("Hvem kan hva"), _("Hva hver rolle ser og gjør i Tett."), "people:who_may_what", "shield", STAFF_ROLES),
)
ME = (
    (_("Varsler"), _("Det som har skjedd, og som gjelder deg."), "reminders:notices", "bell", EVERYBODY),
    (_("Hva jeg får"), _("Påminnelser: hvilke, når og hvordan."), "reminders:choose", "clock", EVERYBODY),
    (_("Innlogging"), _("Passord, nøkler og hvor du er logget inn."), "entry:security", "key", EVERYBODY),
    (_("Kalender"), _("Få det du skal gjøre inn i din egen kalender."), "feeds:mine", "calendar", EVERYBODY),
    (_("Samtykke"), _("Hva foresatte får se etter at du fylte 18."), "people:my_consents", "hand", (Role.STUDENT,)),
    (_("Om meg"), _("Hva Tett har lagret om deg, og hvem som har sett det."), "privacy:about_me", "shield", EVERYBODY),
)


def doors_of_school(actor: Actor) -> tuple[Door, ...]:
    """Give the doors of those who run a school, or own it."""
    return _doors(actor, SCHOOL)


def my_doors(actor: Actor) -> tuple[Door, ...]:
    """Give the doors to somebody's own things."""
    return _doors(actor, ME)


def _doors(actor: Actor, rows: tuple[tuple[Promise, Promise, str, str, tuple[Role, ...]], ...]) -> tuple[Door, ...]:
    return tuple(
        Door(label, text, reverse(name), icon) for label, text, name, icon, roles in rows if actor.holds(*roles)
    )
