"""Days: they tell of nobody."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Purpose, Readers, Table, untold

TABLES = tuple(
    Table(model, title, About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED, Readers.SCHOOL, untold(names))
    for model, title, names in (
        ("calendar.SchoolCalendar", _("Skolekalender"), "id public_id name parent stamp"),
        (
            "calendar.SchoolYear", _("Skoleår"),
            "id public_id calendar starts_in first_day last_day standing source",
        ),
        ("calendar.LevelStart", _("Første skoledag på et trinn"), "id public_id school_year level first_day"),
        (
            "calendar.SpecialDay", _("Fridag, ferie eller planleggingsdag"),
            "id public_id school_year kind name first last",
        ),
    )
)  # fmt: skip
