"""What other systems know a person by."""

from typing import ClassVar

from django.db import models

from tett.base.models import Record
from tett.people.models.person import Person
from tett.people.models.place import Owner
from tett.people.words import IdentifierKind, IdentifierSource


class Identifier(Record):
    """A name or number by which another system knows a person, the same from year to year.

    Lists are matched by them, and so are those who log in through Feide and ID-porten. ``value`` is as
    ``rules.identifiers`` writes it; the national identity number only as a keyed hash, so that nobody can read it here.
    """

    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identifiers")
    kind = models.CharField(max_length=10, choices=IdentifierKind.choices)
    value = models.CharField(max_length=160)
    source = models.CharField(max_length=10, choices=IdentifierSource.choices)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["owner", "kind", "value"], name="people_identifier_once")
        ]

    def __str__(self) -> str:
        """Say whose it is and of which kind, never what it is."""
        return f"{self.kind} of {self.person_id}"
