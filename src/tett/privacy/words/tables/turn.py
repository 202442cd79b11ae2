"""The turn of the school year: what is chosen before it is done."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "turn.Turn", _("Årsskifter du har gjort"), About.WRITERS, Purpose.PROVE, Basis.PROOF, Keeps.WORK,
        Readers.LEADERS,
        {
            **told(Kind.ORDINARY, school=_("skole"), begun_at=_("begynt"), done_at=_("gjort"), begun_by=_("av"),
                   done_by=_("gjort av")),
            **untold("trail", Kind.ORDINARY),
            **untold("id public_id starts_in stage steps old_tasks settled_at"),
        },
        own=("begun_by", "done_by"),
    ),
    Table(
        "turn.NextClass", _("Klasser neste skoleår"), About.NOBODY, Purpose.WHO, Basis.NONE, Keeps.WORK,
        Readers.LEADERS, untold("id public_id turn department name level programme"),
    ),
    Table(
        "turn.ClassGoes", _("Hvor klassene skal neste skoleår"), About.NOBODY, Purpose.WHO, Basis.NONE, Keeps.WORK,
        Readers.LEADERS, untold("id public_id to leaving turn school_class guessed"),
    ),
    Table(
        "turn.StudentGoes", _("Hvor du skal neste skoleår, når du ikke følger klassen"), About.STUDENTS, Purpose.WHO,
        Basis.DUTY, Keeps.WORK, Readers.LEADERS,
        {**untold("to leaving student", Kind.ORDINARY), **untold("id public_id turn")},
        counted=("student",),
    ),
    Table(
        "turn.RoleGoes", _("Hva som skjer med roller ved årsskiftet"), About.STAFF, Purpose.WHO, Basis.ACCESS,
        Keeps.WORK, Readers.LEADERS,
        {**untold("assignment fate to", Kind.ORDINARY), **untold("id public_id turn")},
        counted=("assignment__person",),
    ),
)  # fmt: skip
