"""What somebody should look at before the plan is adopted, judged from what a commitment says."""

from tett.access.words import Group
from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.words import Remark, Review

OF_RHYTHM = {Rhythm.UNKNOWN: Remark.NO_TIME, Rhythm.REGULAR: Remark.RHYTHM_MISSING}


def remarks_of(bearer: str, schedule: Schedule) -> tuple[Remark, ...]:
    """Give what is missing in who and when."""
    found = []
    if not bearer:
        found.append(Remark.NO_OWNER)
    if bearer == Group.EVERYONE:
        found.append(Remark.OWNER_IS_EVERYONE)
    if schedule.rhythm in OF_RHYTHM:
        found.append(OF_RHYTHM[schedule.rhythm])
    return tuple(found)


def stands_in_the_way(review: str, bearer: str, schedule: Schedule) -> bool:
    """Tell whether a plan can't be adopted with this: nobody promises it, or nobody has looked at what isn't clear.

    A commitment without a time may be adopted by somebody who has looked: it then gives no tasks, and that shows.
    """
    if review == Review.DISMISSED:
        return False
    unclear = bool(remarks_of(bearer, schedule))
    return not bearer or (review == Review.PROPOSED and unclear)
