"""How far schools have come with their turn, for those who own them: never a class or a name."""

from tett.access.rules import Actor
from tett.people.models import School
from tett.turn.access import may_know_turned
from tett.turn.models import Turn
from tett.turn.rules import Season, turns_to
from tett.turn.words import Came, Stage


def state_of_schools(actor: Actor) -> dict[int, Came]:
    """Tell for each school that one may know of whether it has turned (two queries); nothing outside the season."""
    if not Season().open_on(actor.day):
        return {}
    schools = may_know_turned.filter(actor, School.objects.order_by())
    rows = Turn.objects.filter(school__in=schools.values("pk"), starts_in=turns_to(actor.day))
    stages = dict(rows.values_list("school", "stage"))
    came = {Stage.PREPARING.value: Came.PREPARING, Stage.DONE.value: Came.DONE}
    return {pk: came.get(stages.get(pk, ""), Came.NOT_BEGUN) for pk in schools.values_list("pk", flat=True)}
