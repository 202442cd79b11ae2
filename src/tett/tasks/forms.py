"""What people write when they say what became of a task."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.people.actions.persons import PersonFacts, Reach
from tett.people.models import Assignment
from tett.people.queries.everybody import told
from tett.people.words import Language
from tett.tasks.models import Task
from tett.tasks.queries import Choice, Colleague, Mode, TaskPage
from tett.tasks.rules import NOTE_LIMIT
from tett.tasks.words import NOTHING_CHOSEN, FileType

LOOK = {"class": "ds-input"}
ACCEPT = ",".join(f".{kind}" for kind in (*FileType.values, "jpeg"))


class DayInput(forms.DateInput):
    """A browser's own choice of day."""

    input_type = "date"

    def __init__(self) -> None:
        """Write days as browsers want them."""
        super().__init__(attrs=LOOK, format="%Y-%m-%d")


def _lines(number: int) -> forms.Textarea:
    return forms.Textarea(attrs={**LOOK, "rows": number})


class ProofForm(forms.Form):
    """A note, a link or a file."""

    note = forms.CharField(label=_("Notat"), required=False, max_length=NOTE_LIMIT, widget=_lines(3))
    link = forms.CharField(label=_("Lenke"), required=False, widget=forms.URLInput(attrs=LOOK))
    file = forms.FileField(
        label=_("Fil"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={**LOOK, "accept": ACCEPT}),
    )

    def __init__(self, *args: Any, draft: str, **kwargs: Any) -> None:
        """Let what is written be kept at the address as it is written."""
        super().__init__(*args, **kwargs)
        # Only the note is sent: the form's own key must stay unused until the form itself is sent.
        self.fields["note"].widget.attrs |= {
            "hx-post": draft,
            "hx-trigger": "input changed delay:800ms",
            "hx-params": "note",
            "hx-target": "#kladd",
            "hx-sync": "this:replace",
        }


class CompleteForm(ProofForm):
    """When it happened, what shows it, and whom it was done for."""

    happened_on = forms.DateField(label=_("Når skjedde det?"), widget=DayInput)
    #: Ids of those who were not there, or of those it was done for, after the group's mode.
    ticked = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple(attrs=LOOK))

    field_order = ("ticked", "happened_on", "note", "link", "file")

    def __init__(self, *args: Any, page: TaskPage, today: date, **kwargs: Any) -> None:
        """Offer those whom the same thing is to be done for."""
        super().__init__(*args, **kwargs)
        self._task, self._group = page.task, page.group
        self.fields["happened_on"].widget.attrs["max"] = today.isoformat()
        note = self.fields["note"]
        note.label = _("Hva gjorde dere?") if page.needs_note else _("Notat (valgfritt)")
        note.widget.attrs["required"] = page.needs_note
        ticked = self.fields["ticked"]
        ticked.choices = [(choice.task.public_id, choice.name) for choice in self._choices]  # type: ignore[attr-defined]  # the field above
        if page.group:
            ticked.label, ticked.help_text = _LABELS[page.group.mode]

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self._group.choices if self._group else ()

    def clean(self) -> dict[str, Any]:
        """Refuse to complete for nobody."""
        cleaned = super().clean() or {}
        if not self.errors and not self.tasks:
            self.add_error("ticked", NOTHING_CHOSEN)
        return cleaned

    @property
    def tasks(self) -> list[Task]:
        """Give those whom it was done for."""
        ticked = set(self.cleaned_data.get("ticked", ()))
        if self._group is None or self._group.mode == Mode.ALSO:
            return [self._task, *(c.task for c in self._choices if c.task.public_id in ticked)]
        but = self._group.mode == Mode.ALL_BUT
        return [c.task for c in self._choices if (c.task.public_id in ticked) != but]

    @property
    def answer(self) -> dict[str, Any]:
        """Give the arguments of the action."""
        return {name: self.cleaned_data[name] for name in ("happened_on", "note", "link", "file")}


_LABELS = {
    Mode.ALL_BUT: (_("Hvem ble ikke med?"), _("Ingen? Da er det bare å føre det.")),
    Mode.SOME: (_("Hvem har du snakket med?"), _("Kryss av dem du er ferdig med. Resten blir stående.")),
    Mode.ALSO: (_("Gjort for flere samtidig?"), _("Kryss av, så er det ført for dem også.")),
}


class ReasonForm(forms.Form):
    """Why something wasn't done or doesn't apply."""

    reason = forms.CharField(label=_("Hvorfor?"), max_length=NOTE_LIMIT, widget=_lines(2))


class MoveForm(ReasonForm):
    """Another day, and why."""

    new_due = forms.DateField(label=_("Ny siste dag"), widget=DayInput)
    field_order = ("new_due", "reason")


class DraftForm(forms.Form):
    """What is being written."""

    note = forms.CharField(required=False, max_length=NOTE_LIMIT, strip=False)


class _ColleagueForm(forms.Form):
    """A colleague, chosen from a list."""

    def __init__(self, *args: Any, colleagues: tuple[Colleague, ...], field: str, **kwargs: Any) -> None:
        """Offer the colleagues."""
        super().__init__(*args, **kwargs)
        chosen = [("", _("Velg en kollega")), *((one.public_id, one.name) for one in colleagues)]
        self.fields[field].choices = chosen  # type: ignore[attr-defined]  # a ChoiceField by construction


class HandOverForm(_ColleagueForm):
    """Who looks after the tasks, and from when to when."""

    taker = forms.ChoiceField(label=_("Hvem skal passe på?"), widget=forms.Select(attrs=LOOK))
    starts = forms.DateField(label=_("Fra og med"), widget=DayInput)
    ends = forms.DateField(label=_("Til og med"), widget=DayInput)

    def __init__(self, *args: Any, colleagues: tuple[Colleague, ...], **kwargs: Any) -> None:
        """Offer the colleagues."""
        super().__init__(*args, colleagues=colleagues, field="taker", **kwargs)


class GiveForm(_ColleagueForm):
    """Who gets the task for good, and why."""

    to = forms.ChoiceField(label=_("Hvem skal ha den?"), widget=forms.Select(attrs=LOOK))
    reason = forms.CharField(label=_("Hvorfor? (valgfritt)"), required=False, max_length=NOTE_LIMIT, widget=_lines(2))

    def __init__(self, *args: Any, colleagues: tuple[Colleague, ...], **kwargs: Any) -> None:
        """Offer the colleagues."""
        super().__init__(*args, colleagues=colleagues, field="to", **kwargs)


class TempForm(forms.Form):
    """From when to when a temp is there, and which roles the temp has meanwhile."""

    starts = forms.DateField(label=_("Fra og med"), widget=DayInput)
    ends = forms.DateField(
        label=_("Til og med"),
        help_text=_("Dagen etter har vikaren ingen tilgang lenger. Du kan forlenge ved å ta inn vikaren på nytt."),
        widget=DayInput,
    )
    roles = forms.MultipleChoiceField(
        label=_("Roller vikaren har imens"), required=False, widget=forms.CheckboxSelectMultiple(attrs=LOOK)
    )

    def __init__(self, *args: Any, roles: tuple[Assignment, ...], **kwargs: Any) -> None:
        """Offer the roles of the one who is away, all of them chosen; none is no question."""
        super().__init__(*args, **kwargs)
        field = self.fields["roles"]
        field.choices = [(row.public_id, told(row)) for row in roles]  # type: ignore[attr-defined]  # the field above
        field.initial = [row.public_id for row in roles]
        if not roles:
            field.widget = forms.MultipleHiddenInput()


class NewTempForm(TempForm):
    """A temp whom the school doesn't know yet."""

    given_name = forms.CharField(label=_("Fornavn"), max_length=80, widget=forms.TextInput(attrs=LOOK))
    family_name = forms.CharField(label=_("Etternavn"), max_length=80, widget=forms.TextInput(attrs=LOOK))
    email = forms.EmailField(
        label=_("E-post (valgfritt)"),
        help_text=_("Dit kan du sende en invitasjon etterpå."),
        required=False,
        widget=forms.EmailInput(attrs=LOOK),
    )
    phone = forms.CharField(
        label=_("Telefon (valgfritt)"), required=False, max_length=20, widget=forms.TextInput(attrs=LOOK)
    )
    another = forms.BooleanField(
        label=_("Dette er en annen enn den skolen kjenner med samme navn"),
        required=False,
        widget=forms.CheckboxInput(attrs=LOOK),
    )

    field_order = ("given_name", "family_name", "email", "phone", "starts", "ends", "roles", "another")

    @property
    def basics(self) -> dict[str, Any]:
        """Give what is known of the temp, as the action takes it."""
        said = self.cleaned_data
        facts = PersonFacts(said["given_name"], said["family_name"], language=Language.BOKMAAL)
        return {"facts": facts, "reach": Reach(said["email"], said["phone"]), "another": said["another"]}


class LeaveForm(_ColleagueForm):
    """The last day, and who gets the open tasks if one says so."""

    last_day = forms.DateField(label=_("Siste dag"), widget=forms.HiddenInput)
    to = forms.ChoiceField(
        label=_("Gi de åpne oppgavene til (valgfritt)"),
        help_text=_("Ellers går de dit rollen går, slik det står over."),
        required=False,
        widget=forms.Select(attrs=LOOK),
    )

    def __init__(self, *args: Any, colleagues: tuple[Colleague, ...], **kwargs: Any) -> None:
        """Offer the colleagues."""
        super().__init__(*args, colleagues=colleagues, field="to", **kwargs)
