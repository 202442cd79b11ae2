"""Calendars that people subscribe to."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, told, untold

TABLES = (
    Table(
        "feeds.Feed", _("Kalendere du abonnerer på"), About.ALL, Purpose.TELL, Basis.DUTY, Keeps.BELONGS, Readers.SELF,
        {
            **told(
                Kind.ORDINARY, kind=_("slag"), role=_("rolle"), school=_("skole"), school_class=_("klasse"),
                begun_at=_("laget"), renewed_at=_("ny adresse"), revoked_at=_("slått av"),
            ),
            **untold("secret", Kind.SECRET),
            **untold("id public_id person about"),
        },
        own=("person",),
    ),
    Table(
        "feeds.Fetch", _("Når en kalender sist ble hentet"), About.ALL, Purpose.RUN, Basis.DUTY, Keeps.BELONGS,
        Readers.NOBODY, {**told(Kind.ORDINARY, at=_("når")), **untold("feed tag changed_at")}, own=("feed__person",),
    ),
)  # fmt: skip
