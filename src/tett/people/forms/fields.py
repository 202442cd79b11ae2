"""Fields that several forms have."""

from collections.abc import Iterable

from django import forms

from tett.calendar.rules import school_year_name
from tett.people.models import Person
from tett.people.queries.choices import Choices

LOOK = {"class": "ds-input"}
TEXT = forms.TextInput(attrs=LOOK)


class DayInput(forms.DateInput):
    """A browser's own choice of day."""

    input_type = "date"

    def __init__(self) -> None:
        """Write days as browsers want them."""
        super().__init__(attrs=LOOK, format="%Y-%m-%d")


def choose() -> forms.Select:
    """Let somebody choose from a list."""
    return forms.Select(attrs=LOOK)


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, object]], empty: object = None) -> None:
    """Give a field what there is to choose among, with or without the choice of nothing."""
    offered = list(choices)
    form.fields[name].choices = [("", empty), *offered] if empty is not None else offered  # type: ignore[attr-defined] # a ChoiceField by construction


def names_of(people: Iterable[Person]) -> list[tuple[str, object]]:
    """Name people."""
    return [(person.public_id, person.name) for person in people]


def names_of_classes(choices: Choices) -> list[tuple[str, object]]:
    """Name classes, with the school year of those that are to come, and the school when there are several."""
    first = min((row.starts_in for row in choices.classes), default=0)
    several = len(choices.schools) > 1
    return [
        (
            row.public_id,
            " ".join(
                [
                    row.name,
                    *([school_year_name(row.starts_in)] if row.starts_in > first else []),
                    *([f"({row.school.short_name})"] if several else []),
                ]
            ),
        )
        for row in choices.classes
    ]
