"""What a list changes about a person: names, birth date, how they are reached, protection."""

from operator import attrgetter
from typing import Any

from tett.roster.rules.known import Facts, Known, Reach
from tett.roster.rules.plan.plan import NewPerson, Plan, Ref
from tett.roster.rules.said import Said, Told
from tett.roster.words import Mark

#: The field in Tett of each that a list says, and what is told when it changes.
FIELDS = (
    ("given", "given_name", Mark.NAME),
    ("family", "family_name", Mark.NAME),
    ("preferred", "preferred_name", Mark.PREFERRED),
    ("born", "birth_date", Mark.BORN),
    ("language", "language", Mark.LANGUAGE),
)
PERSONAL = attrgetter(*(name for name, _, _ in FIELDS))
REACH = ("email", "phone", "address")
NOWHERE = Reach("", "", "")


def add_person(who: Said, plan: Plan, language: str = "nb") -> Ref:
    """Let somebody new be written, and tell what they go by until then."""
    plan.people.append(
        NewPerson(who.given, who.family, who.preferred, who.born, who.language or language, who.protected)
    )
    ref = -len(plan.people)
    if not who.protected and (who.email or who.phone or who.address):
        plan.reach.append((ref, (who.email, who.phone, who.address), False))
    return ref


def change_person(person: int, who: Said, known: Known, plan: Plan) -> list[Told]:
    """Let what differs be written, unless somebody put it right by hand; a protection is never taken away."""
    facts, corrected = known.people[person], known.corrected.get(person, frozenset())
    changed, told, kept = _differing(facts, who, corrected)
    if changed:
        plan.facts.append((person, changed))
    if who.protected and not facts.protected:
        plan.protect.append(person)
        told.append((Mark.PROTECTED, {}))
    kept += _change_reach(person, who, known, plan, told, corrected)
    if kept:
        told.append((Mark.KEPT_BY_HAND, {"fields": tuple(kept)}))
    return told


def _differing(facts: Facts, who: Said, corrected: frozenset[str]) -> tuple[dict[str, Any], list[Told], list[str]]:
    changed: dict[str, Any] = {}
    told: list[Told] = []
    kept: list[str] = []
    for (said, column, mark), value, was in zip(FIELDS, PERSONAL(who), PERSONAL(facts), strict=True):
        if not value or value == was:
            continue
        if column in corrected:
            kept.append(column)
            continue
        changed[column] = value
        if mark != Mark.NAME:
            told.append((mark, {"to": value} if said in {"preferred", "language"} else {}))
    if "given_name" in changed or "family_name" in changed:
        now = f"{changed.get('given_name', facts.given)} {changed.get('family_name', facts.family)}"
        told.append((Mark.NAME, {"was": f"{facts.given} {facts.family}", "to": now}))
    return changed, told, kept


def _change_reach(
    person: int, who: Said, known: Known, plan: Plan, told: list[Told], corrected: frozenset[str]
) -> list[str]:
    """Change how somebody is reached; of a protected person the list is believed in nothing."""
    said = (who.email, who.phone, who.address)
    if not any(said):
        return []
    if known.people[person].protected or who.protected:
        told.append((Mark.PROTECTED_KEPT, {}))
        return []
    has = known.reach.get(person)
    was = has or NOWHERE
    differs = {name for name, new, old in zip(REACH, said, was, strict=True) if new and new != old}
    if not differs:
        return []
    now = tuple(new if new and name not in corrected else old for name, new, old in zip(REACH, said, was, strict=True))
    if now != tuple(was):
        plan.reach.append((person, (now[0], now[1], now[2]), has is not None))
        told.append((Mark.CONTACT, {}))
    return [name for name in REACH if name in differs & corrected]
