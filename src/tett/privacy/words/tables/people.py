"""People, where they belong, and how they prove who they are."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

_PERIOD = told(Kind.ORDINARY, starts=_("fra"), ends=_("til"))

TABLES = (
    Table(
        "people.Person", _("Hvem du er"), About.ALL, Purpose.WHO, Basis.DUTY, Keeps.BELONGS, Readers.CLASS,
        {
            **told(
                Kind.ORDINARY,
                given_name=_("fornavn"), family_name=_("etternavn"), preferred_name=_("navnet du bruker"),
                birth_date=_("fødselsdato"), language=_("språk"), owner=_("skoleeier"),
            ),
            **told(Kind.GUARDED, protected_address=_("skjermet adresse")),
            **untold("sort_key found_by", Kind.ORDINARY),
            **untold("id public_id"),
        },
        own=("pk",),
    ),
    Table(
        "people.Owner", _("Skoleeier"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED, Readers.EVERYBODY,
        untold("id public_id name slug org_number calendar"),
    ),
    Table(
        "people.School", _("Skole"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED, Readers.EVERYBODY,
        untold("id public_id owner name short_name slug org_number calendar routine phone website"),
    ),
    Table(
        "people.Department", _("Avdeling"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED, Readers.SCHOOL,
        untold("id public_id school name"),
    ),
    Table(
        "people.SchoolClass", _("Klasse"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED, Readers.SCHOOL,
        untold("id public_id school department starts_in level programme name"),
    ),
    Table(
        "people.Contact", _("Hvordan du nås"), About.ALL, Purpose.REACH, Basis.DUTY, Keeps.BELONGS, Readers.REACH,
        {
            **told(Kind.GUARDED, email=_("e-post"), phone=_("telefon"), address=_("adresse")),
            **untold("person"),
        },
        own=("person",),
    ),
    Table(
        "people.ProtectedReader", _("Hvem som får se en skjermet adresse"), About.ALL, Purpose.REACH, Basis.ACCESS,
        Keeps.BELONGS, Readers.LEADERS,
        {
            **told(Kind.GUARDED, protected=_("hvem det gjelder"), reader=_("hvem som får se"), school=_("skole")),
            **_PERIOD,
            **untold("id public_id"),
        },
        own=("protected", "reader"),
    ),
    Table(
        "people.Assignment", _("Rollene dine"), About.STAFF, Purpose.WHO, Basis.ACCESS, Keeps.BELONGS, Readers.CLASS,
        {
            **told(
                Kind.ORDINARY, role=_("rolle"), school=_("skole"), department=_("avdeling"), school_class=_("klasse")
            ),
            **_PERIOD,
            **untold("id public_id person owner"),
        },
        own=("person",),
    ),
    Table(
        "people.Enrolment", _("Klassene dine"), About.STUDENTS, Purpose.WHO, Basis.DUTY, Keeps.BELONGS, Readers.CLASS,
        {
            **told(
                Kind.ORDINARY, school=_("skole"), school_class=_("klasse"), basis=_("går på skolen som"),
                lodging=_("bor i skoleuka"),
            ),
            **_PERIOD,
            **untold("id public_id student"),
        },
        own=("student",),
    ),
    Table(
        "people.Guardianship", _("Hvem som følger deg, eller hvem du følger"), About.GUARDIANS, Purpose.WHO,
        Basis.DUTY, Keeps.BELONGS, Readers.LEADERS,
        {
            **told(
                Kind.GUARDED, guardian=_("foresatt"), student=_("elev"), right=_("hva slags rett"),
                source=_("hvor skolen vet det fra"),
            ),
            **_PERIOD,
            **untold("id public_id"),
        },
        own=("guardian", "student"),
    ),
    Table(
        "people.Consent", _("Hva en voksen elev lar en foresatt se"), About.GUARDIANS, Purpose.WHO, Basis.CONSENT,
        Keeps.BELONGS, Readers.LEADERS,
        {
            **told(
                Kind.GUARDED, student=_("elev"), guardian=_("foresatt"), scope=_("hva"), withdrawn_at=_("trukket")
            ),
            **_PERIOD,
            **untold("id public_id"),
        },
        own=("student", "guardian"),
    ),
    Table(
        "people.Login", _("Innloggingen din"), About.ALL, Purpose.ENTER, Basis.ACCESS, Keeps.BELONGS, Readers.SELF,
        {
            **told(
                Kind.ORDINARY, username=_("brukernavn"), last_login=_("sist logget inn"), is_active=_("kan brukes")
            ),
            **untold("password", Kind.SECRET),
            **untold("id person"),
        },
        own=("person",),
    ),
    Table(
        "people.Correction", _("Opplysninger om deg som er rettet for hånd"), About.ALL, Purpose.IMPORT, Basis.DUTY,
        Keeps.BELONGS, Readers.LEADERS,
        {
            **told(Kind.ORDINARY, field=_("hva"), at=_("når"), by=_("av")),
            **untold("id public_id person"),
        },
        own=("person",),
    ),
    Table(
        "people.Identifier", _("Hva andre systemer kjenner deg som"), About.ALL, Purpose.IMPORT, Basis.DUTY,
        Keeps.BELONGS, Readers.NOBODY,
        {
            **told(Kind.GUARDED, kind=_("slag"), source=_("hvor det kommer fra")),
            **untold("value", Kind.SECRET),
            **untold("id public_id owner person"),
        },
        own=("person",),
    ),
    Table(
        "people.Attempt", _("Mislykkede innlogginger, uten navn"), About.CALLERS, Purpose.ENTER, Basis.ACCESS,
        Keeps.HOUR, Readers.NOBODY,
        {**untold("name address", Kind.SECRET), **untold("id at")},
    ),
)  # fmt: skip
