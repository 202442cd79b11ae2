"""What the rooms above may hear, in the transaction in which it happens."""

from django.dispatch import Signal

#: Something became of tasks; carries ``tasks``, ``what`` (a ``Happened``), ``by`` and ``at``.
tasks_changed = Signal()
#: Tasks were handed over for a period, or back; carries ``handover``, ``what``, ``by`` and ``at``.
handover_changed = Signal()
