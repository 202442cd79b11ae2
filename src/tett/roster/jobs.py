"""Reading long lists after the answer, and letting go of what nobody confirmed.

A job that is taken up again after its worker died finds the import as it was: everything is written in one
transaction, together with the note that it is done.
"""

from tett.base.clock import now
from tett.base.jobs import job
from tett.people.queries import actor_for, stranger
from tett.roster.actions.check import check
from tett.roster.actions.tidy import tidy_lists
from tett.roster.actions.write import write
from tett.roster.queries.pages import login_and_import


@job()
def read_list(import_id: int, login_id: int) -> None:
    """Find out what a list would do, as the one who sent it."""
    at = now()
    login, imported = login_and_import(stranger(at), import_id, login_id)
    check(imported, by=actor_for(login, at), at=at)


@job()
def write_list(import_id: int, login_id: int) -> None:
    """Write what was confirmed, as the one who confirmed it; whoever may no more is refused."""
    at = now()
    login, imported = login_and_import(stranger(at), import_id, login_id)
    write(imported, by=actor_for(login, at), at=at)


@job()
def tidy_uploads() -> None:
    """Let go of lists that have waited for a week."""
    at = now()
    tidy_lists(by=stranger(at), at=at)
