"""Who has been invited, and who has come in: by group, and one by one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from tett.access.rules import Actor
from tett.entry.access import may_help, may_invite
from tett.entry.models import Ticket
from tett.entry.queries.groups import Group, groups_of
from tett.entry.queries.tickets import code_for, still_open
from tett.entry.rules.codes import grouped
from tett.entry.words import Purpose, Standing
from tett.people.models import Contact, Login, Person

INVITATIONS = (Purpose.MAIL, Purpose.PAPER)


@dataclass(frozen=True)
class GroupLine:
    """A group with how far it has come."""

    group: Group
    people: int
    invited: int
    came: int


@dataclass(frozen=True)
class PersonLine:
    """Somebody with how far they have come."""

    person: Person
    standing: Standing
    invited_at: datetime | None
    on_paper: bool
    has_address: bool


@dataclass(frozen=True)
class GroupPage:
    """A group with its people."""

    group: Group
    lines: list[PersonLine]

    def number(self, standing: str) -> int:
        """Count those who have come so far."""
        return sum(line.standing == standing for line in self.lines)

    @property
    def came(self) -> int:
        """Count those who have come in."""
        return self.number(Standing.IN)

    @property
    def to_mail(self) -> list[Person]:
        """Give those who aren't invited yet and can be by e-mail."""
        return [x.person for x in self.lines if x.standing == Standing.NOT_INVITED and x.has_address]

    @property
    def to_print(self) -> list[Person]:
        """Give those who aren't invited yet and can't be by e-mail."""
        return [x.person for x in self.lines if x.standing == Standing.NOT_INVITED and not x.has_address]

    @property
    def printed(self) -> bool:
        """Tell whether there are slips to print."""
        return any(line.on_paper for line in self.lines)


@dataclass(frozen=True)
class Slip:
    """A slip of paper with a code."""

    person: Person
    code: str
    shown: str
    until: datetime


@dataclass(frozen=True)
class Helped:
    """Somebody who is helped in: how far they have come, and what one may do about it."""

    line: PersonLine
    login: Login | None
    factors: int
    may_invite: bool
    may_help: bool


def invite_groups(actor: Actor, at: datetime) -> list[GroupLine]:
    """Give the groups that somebody may invite, with how far they have come (the same few queries for any number)."""
    groups = groups_of(actor)
    came, invited = _came(), _invited(actor, at)
    return [
        GroupLine(group, len(group.people), len(group.people & invited.keys() - came), len(group.people & came))
        for group in groups
    ]


def invite_group(actor: Actor, key: str, at: datetime) -> GroupPage | None:
    """Give one of the groups with its people."""
    group = next((group for group in groups_of(actor) if group.key == key), None)
    if group is None:
        return None
    people = Person.objects.filter(pk__in=group.people).order_by("sort_key", "pk")
    return GroupPage(group, _lines(actor, people, at))


def slips_of(actor: Actor, key: str, at: datetime) -> tuple[Group, list[Slip]] | None:
    """Give the slips that still open in a group."""
    group = next((group for group in groups_of(actor) if group.key == key), None)
    return (group, _slips(actor, group.people, at)) if group else None


def slip_of(actor: Actor, public_id: str, at: datetime) -> list[Slip] | None:
    """Give the slip of one person, if it still opens."""
    person = may_invite.filter(actor, Person.objects.filter(public_id=public_id)).first()
    return _slips(actor, [person.pk], at) if person else None


def helped(actor: Actor, public_id: str, at: datetime) -> Helped | None:
    """Give somebody whom one may invite or help in."""
    people = (may_invite | may_help).filter(actor, Person.objects.filter(public_id=public_id))
    line = next(iter(_lines(actor, people, at)), None)
    if line is None:
        return None
    login = Login.objects.filter(person=line.person).first()
    number = login.passkeys.count() + hasattr(login, "code_app") if login else 0
    invites, helps = (rule.allows(actor, line.person) for rule in (may_invite, may_help))
    return Helped(line, login, number, may_invite=invites, may_help=helps and line.person.pk != actor.person_id)


def _lines(actor: Actor, people: Iterable[Person], at: datetime) -> list[PersonLine]:
    found = list(people)
    came, closed = _came(), set(Login.objects.filter(is_active=False).values_list("person_id", flat=True))
    invited = _invited(actor, at)
    reached = set(Contact.objects.filter(person__in=found).exclude(email="").values_list("person_id", flat=True))
    return [_line(person, came, closed, invited.get(person.pk, []), reached) for person in found]


def _line(person: Person, came: set[int], closed: set[int], tickets: list[Ticket], reached: set[int]) -> PersonLine:
    standing = Standing.NOT_INVITED
    if person.pk in closed:
        standing = Standing.CLOSED
    elif person.pk in came:
        standing = Standing.IN
    elif tickets:
        standing = Standing.INVITED
    last = max((ticket.made_at for ticket in tickets), default=None)
    on_paper = any(ticket.purpose == Purpose.PAPER for ticket in tickets)
    return PersonLine(person, standing, last, on_paper, person.pk in reached)


def _came() -> set[int]:
    return set(Login.objects.filter(last_login__isnull=False).order_by().values_list("person_id", flat=True))


def _invited(actor: Actor, at: datetime) -> Mapping[int, list[Ticket]]:
    found: dict[int, list[Ticket]] = defaultdict(list)
    for ticket in Ticket.objects.filter(still_open(actor, at), purpose__in=INVITATIONS):
        found[ticket.person_id].append(ticket)
    return found


def _slips(actor: Actor, people: Iterable[int], at: datetime) -> list[Slip]:
    rows = Ticket.objects.filter(still_open(actor, at), Q(purpose=Purpose.PAPER), person__in=people)
    return [
        Slip(ticket.person, code, grouped(code), ticket.expires_at)
        for ticket in rows.select_related("person").order_by("person__sort_key", "pk")
        for code in [code_for(actor, ticket.public_id, ticket.purpose)]
    ]
