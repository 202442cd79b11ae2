"""What holds of the plan in a new school year."""

from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.people.models import School
from tett.people.rules.turning import Carried, goes_along, stays_behind
from tett.plan.models import Edition
from tett.plan.words import EditionState


def carries_over(actor: Actor, school: School, starts_in: int) -> tuple[Carried, ...]:  # noqa: ARG001 - the caller has asked
    """Tell of the edition in force and of a draft (one query)."""
    rows = Edition.objects.filter(school=school).order_by()
    numbers = dict(rows.filter(state__in=[EditionState.ADOPTED, EditionState.DRAFT]).values_list("state", "number"))
    told = []
    if number := numbers.get(EditionState.ADOPTED):
        said = _("Handlingsplanen (utgave %(n)d) gjelder til dere vedtar en ny. Den skal revideres i august.")
        told.append(goes_along(said % {"n": number}))
    else:
        told.append(stays_behind(_("Ingen plan er vedtatt, så det nye året får ingen oppgaver før dere vedtar en.")))
    if EditionState.DRAFT in numbers:
        told.append(goes_along(_("Utkastet til ny plan blir liggende, slik dere forlot det.")))
    return (*told, goes_along(_("Det som alltid gjelder, gjelder også neste år.")))
