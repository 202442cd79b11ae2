"""Which roles follow their class, go on, or end."""

from datetime import date

from tett.access.words import STUDENT_OFFICES, Role
from tett.turn.rules.season import last_day
from tett.turn.words import Fate

#: Elected for a school year: the class and the student council choose anew (§ 10-5 of the Act).
ELECTED = STUDENT_OFFICES
#: Whom the owner appoints, and whose role a turn therefore leaves as it is.
APPOINTED = (Role.PRINCIPAL, Role.DEPUTY)


def fate_of(role: str, ends: date | None, starts_in: int, *, of_class: bool, class_goes_on: bool) -> Fate:
    """Say what becomes of a role when nobody has chosen otherwise."""
    if role in ELECTED or (role == Role.TEMP and ends is None):
        return Fate.ENDS
    if ends_by_itself(ends, starts_in) and (role == Role.TEMP or not of_class):
        return Fate.ENDS  # lists let what is of a class end with the year, for those who go on too
    if of_class:
        return Fate.FOLLOWS if class_goes_on else Fate.STAYS
    return Fate.GOES_ON


def fates_for(role: str, *, of_class: bool, class_goes_on: bool) -> tuple[Fate, ...]:
    """Give what may be chosen for a role, if anything: who is elected for a class can't be without one."""
    if role in APPOINTED:
        return ()
    if role in ELECTED and of_class:
        return (Fate.ENDS, Fate.FOLLOWS) if class_goes_on else (Fate.ENDS,)
    if not of_class:
        return (Fate.GOES_ON, Fate.ENDS)
    first = (Fate.FOLLOWS,) if class_goes_on else ()
    takes = (Fate.TAKES,) if role == Role.CONTACT_TEACHER else ()
    return (*first, Fate.STAYS, *takes, Fate.ENDS)


def ends_by_itself(ends: date | None, starts_in: int) -> bool:
    """Tell whether a role was given an end that lies before the new year."""
    return ends is not None and ends <= last_day(starts_in)
