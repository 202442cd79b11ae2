"""What the machinery keeps: sent forms, sessions, jobs, the cache; and tables of libraries."""

from django.utils.translation import gettext_lazy as _

from tett.privacy.words.terms import About, Basis, Keeps, Kind, Purpose, Readers, Table, untold

TABLES = (
    Table(
        "base.Submission", _("Nøkler til skjemaer som er sendt"), About.CALLERS, Purpose.RUN, Basis.DUTY, Keeps.WEEK,
        Readers.NOBODY,
        {**untold("sender answered", Kind.ORDINARY), **untold("id key at")},
    ),
    Table(
        "config.Pulse", _("Hvilke bakgrunnsprosesser som lever"), About.NOBODY, Purpose.RUN, Basis.NONE,
        Keeps.INSTALLED, Readers.NOBODY, untold("worker at"),
    ),
    Table(
        "config.DailyRun", _("Nattlige jobber som er startet"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.FORTNIGHT,
        Readers.NOBODY, untold("id name day"),
    ),
    Table(
        "config.CacheRow", _("Mellomlager"), About.CALLERS, Purpose.RUN, Basis.ACCESS, Keeps.HOUR, Readers.NOBODY,
        {**untold("value", Kind.SECRET), **untold("cache_key expires")},
    ),
    Table(
        "sessions.Session", _("Økter, mens noen er logget inn"), About.CALLERS, Purpose.ENTER, Basis.ACCESS,
        Keeps.SESSION, Readers.NOBODY,
        untold("session_key session_data", Kind.SECRET) | untold("expire_date"),
    ),
    Table(
        "django_tasks_database.DBTaskResult", _("Jobber som gjøres i bakgrunnen"), About.NOBODY, Purpose.RUN,
        Basis.NONE, Keeps.FORTNIGHT, Readers.NOBODY,
        {
            **untold("args_kwargs return_value traceback exception_class_path", Kind.FREE),
            **untold(
                "id status enqueued_at started_at finished_at priority task_path queue_name backend_name"
                " run_after worker_ids"
            ),
        },
    ),
    Table(
        "contenttypes.ContentType", _("Navn på tabellene"), About.NOBODY, Purpose.RUN, Basis.NONE, Keeps.INSTALLED,
        Readers.NOBODY, untold("id app_label model"),
    ),
    Table(
        "auth.Permission", _("Djangos egne rettigheter, som Tett ikke bruker"), About.NOBODY, Purpose.RUN, Basis.NONE,
        Keeps.INSTALLED, Readers.NOBODY, untold("id name content_type codename"),
    ),
    Table(
        "auth.Group", _("Djangos egne grupper, som Tett ikke bruker"), About.NOBODY, Purpose.RUN, Basis.NONE,
        Keeps.INSTALLED, Readers.NOBODY, untold("id name permissions"),
    ),
    Table(
        "auth.Group_permissions", _("Djangos egne grupper, som Tett ikke bruker"), About.NOBODY, Purpose.RUN,
        Basis.NONE, Keeps.INSTALLED, Readers.NOBODY, untold("id group permission"),
    ),
)  # fmt: skip
