"""What is known of people goes along into a new school year, and what doesn't."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tett.access.rules import Actor
from tett.people.models import Enrolment, School
from tett.people.rules import born_after_for_minors
from tett.people.rules.turning import Carried, goes_along, stays_behind
from tett.people.words import Lodging


def carries_over(actor: Actor, school: School, starts_in: int) -> tuple[Carried, ...]:
    """Tell of guardians, lodging and the law that students are taught by (two queries)."""
    coming = _turning_18(actor, school, starts_in)
    away = _on_last_day(school, starts_in).exclude(lodging=Lodging.HOME).count()
    grown = ngettext(
        "%(n)d elev fyller 18 i løpet av skoleåret. Fra den dagen ser foresatte bare det eleven samtykker til.",
        "%(n)d elever fyller 18 i løpet av skoleåret. Fra den dagen ser foresatte bare det eleven samtykker til.",
        coming,
    )
    lodging = ngettext(
        "%(n)d elev bor på internat eller hybel, og gjør det fortsatt til dere endrer det.",
        "%(n)d elever bor på internat eller hybel, og gjør det fortsatt til dere endrer det.",
        away,
    )
    return (
        goes_along(_("Foresatte følger eleven til ny klasse, og samtykker gjelder så lenge de er gitt for.")),
        goes_along(grown % {"n": coming}),
        goes_along(lodging % {"n": away}),
        goes_along(_("Den som er deltaker etter kapittel 18, er det også i den nye klassen.")),
        stays_behind(_("Den som slutter, kommer ikke inn etter 31. juli. Det som er skrevet, blir stående.")),
    )


def _turning_18(actor: Actor, school: School, starts_in: int) -> int:  # noqa: ARG001 - the caller has asked who may turn
    """Count those who become adults between 1 August and 31 July."""
    first, last = born_after_for_minors(date(starts_in, 7, 31)), born_after_for_minors(date(starts_in + 1, 7, 31))
    rows = _on_last_day(school, starts_in)
    return rows.filter(student__birth_date__gt=first, student__birth_date__lte=last).count()


def _on_last_day(school: School, starts_in: int) -> "QuerySet[Enrolment]":
    rows = Enrolment.objects.filter(school=school, school_class__starts_in=starts_in - 1)
    return rows.filter(Q(ends__isnull=True) | Q(ends__gte=date(starts_in, 7, 31)))
