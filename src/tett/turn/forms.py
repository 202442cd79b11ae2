"""What the turn asks for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.access.words import Level
from tett.people.models import Department
from tett.turn.actions.choose import AS_CLASS
from tett.turn.models import NextClass, Turn
from tett.turn.queries.prospect import Prospect, RoleLine
from tett.turn.words import Bring, Fate, Leaving, OldTasks

INPUT = {"class": "ds-input"}
#: A group of choices, or one.
Choices = list[Any]


def role_choices(line: RoleLine, planned: tuple[NextClass, ...]) -> Choices:
    """Give what can become of a role; a contact teacher may take any class of next year."""
    fates: Choices = [(fate.value, fate.label) for fate in line.choices if fate != Fate.TAKES]
    if Fate.TAKES in line.choices:
        fates.append((str(_("Kontaktlærer i")), [(row.public_id, row.name) for row in planned]))
    return fates


def where_choices(planned: tuple[NextClass, ...]) -> Choices:
    """Give the ways to go: the classes of next year, or why somebody leaves."""
    classes = [(row.public_id, row.name) for row in planned]
    return [(str(_("Neste år")), classes), (str(_("Ikke på skolen")), Leaving.choices)]


class CalendarForm(forms.Form):
    """Where the route of next year comes from."""

    how = forms.ChoiceField(choices=Bring.choices)


class ClassesForm(forms.Form):
    """Where each class goes."""

    def __init__(self, prospect: Prospect, *args: Any, **kwargs: Any) -> None:
        """Ask once for each class of this year."""
        super().__init__(*args, **kwargs)
        for line in prospect.classes:
            to = prospect.by_number.get(line.where.to or 0)
            self.fields[line.school_class.public_id] = forms.ChoiceField(
                label=_("%(name)s går til") % {"name": line.school_class.name},
                choices=where_choices(prospect.planned),
                initial=to.public_id if to else line.where.leaving,
                widget=forms.Select(attrs=INPUT),
            )


class ClassForm(forms.Form):
    """A class of next year."""

    name = forms.CharField(label=_("Navn"), max_length=20, widget=forms.TextInput(attrs=INPUT))
    level = forms.ChoiceField(label=_("Trinn"), choices=Level.choices, widget=forms.Select(attrs=INPUT))
    programme = forms.CharField(
        label=_("Programområde"), max_length=80, required=False, widget=forms.TextInput(attrs=INPUT)
    )
    department = forms.ChoiceField(label=_("Avdeling"), widget=forms.Select(attrs=INPUT))

    def __init__(self, departments: list[Department], *args: Any, **kwargs: Any) -> None:
        """Offer the school's own departments."""
        super().__init__(*args, **kwargs)
        self.departments = {row.public_id: row for row in departments}
        field: Any = self.fields["department"]
        field.choices = [(row.public_id, row.name) for row in departments]


class StudentsForm(forms.Form):
    """Where some students go."""

    student = forms.MultipleChoiceField(required=False)
    where = forms.ChoiceField(label=_("Hva skal skje med dem du krysser av?"), widget=forms.Select(attrs=INPUT))

    def __init__(self, prospect: Prospect, *args: Any, **kwargs: Any) -> None:
        """Offer the school's students, and the ways to go."""
        super().__init__(*args, **kwargs)
        students: Any = self.fields["student"]
        students.choices = [(line.person.public_id, line.person.name) for line in prospect.students]
        where: Any = self.fields["where"]
        where.choices = [(AS_CLASS, _("Det samme som klassen")), *where_choices(prospect.planned)]


class RolesForm(forms.Form):
    """What becomes of each role."""

    def __init__(self, prospect: Prospect, *args: Any, **kwargs: Any) -> None:
        """Ask once for each role that more than one thing can become of."""
        super().__init__(*args, **kwargs)
        for line in prospect.roles:
            if len(line.choices) > 1:
                self.fields[line.assignment.public_id] = forms.ChoiceField(
                    label=f"{line.assignment.person.name}, {line.assignment.get_role_display()}",
                    choices=role_choices(line, prospect.planned),
                    initial=line.to.public_id if line.fate == Fate.TAKES and line.to else line.fate.value,
                    required=False,
                    widget=forms.Select(attrs=INPUT),
                )


class RoomsForm(forms.Form):
    """What becomes of what is left open."""

    old_tasks = forms.ChoiceField(
        label=_("Hva skal skje med det som ikke er gjort?"),
        choices=OldTasks.choices,
        widget=forms.RadioSelect(attrs=INPUT),
    )

    @classmethod
    def of(cls, turn: Turn, sent: Any = None) -> "RoomsForm":  # noqa: ANN401 - what a browser sent
        """Ask, with what is chosen until now."""
        return cls(sent, initial={"old_tasks": turn.old_tasks})
