"""What all actions of the turn do: hold the turn, ask who may, and check that it hasn't been done."""

from tett.access.rules import Actor
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.models import School
from tett.turn import words
from tett.turn.access import may_turn
from tett.turn.models import NextClass, Turn


def ask(by: Actor, school: School) -> None:
    """Refuse who may not turn the school's year."""
    if not may_turn.allows(by, school):
        raise Refusal(words.NOT_YOURS)


def author(by: Actor) -> int:
    """Give the person who acts; what nobody does, nobody may begin."""
    if by.person_id is None:
        raise Refusal(words.NOT_YOURS)
    return by.person_id


def held(turn: Turn, by: Actor) -> Turn:
    """Hold a turn until the transaction ends, for somebody who may turn."""
    row = locked(turn)
    ask(by, row.school)
    return row


def prepared(turn: Turn, by: Actor) -> Turn:
    """Hold a turn that is being prepared."""
    row = held(turn, by)
    if row.done:
        raise Refusal(words.ALREADY_TURNED)
    return row


def class_of(turn: Turn, public_id: str) -> NextClass:
    """Find a class of next year by its address."""
    found = NextClass.objects.filter(turn=turn, public_id=public_id).first()
    if found is None:
        raise Refusal(words.NOT_A_PLACE)
    return found
