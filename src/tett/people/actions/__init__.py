"""Writing people, classes, relations, roles and logins."""

from django.dispatch import Signal

#: Sent when somebody's role, class or period changed; carries ``school_id`` and ``at``. The year listens.
roster_changed = Signal()

__all__ = ["roster_changed"]
