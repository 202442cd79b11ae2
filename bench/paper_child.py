"""Making the plan on paper in a process of its own: from the question to the stored file, in CPU time."""

import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import typst
from django.utils import timezone

from tett.access.rules import Actor
from tett.access.words import Role
from tett.documents.paper import FONTS
from tett.documents.queries import content_of, key_of
from tett.people.models import Assignment, Login
from tett.people.queries import actor_for
from tett.plan import actions
from tett.plan.exports import publication
from tett.plan.models import Commitment, Edition, Passage

PLAN = Path(__file__).parents[1] / "src/tett/plan/tests/documents/jonsberg-2025.txt"
TIMES = 5
#: Three pages of headings and paragraphs, and nothing of ours.
BARE = '#set page(paper: "a4")\n#set text(font: "Inter")\n' + "= Overskrift {turn}\n{turn} #lorem(430)\n\n" * 3
Found = dict[str, Any]


def paper() -> Found:
    """Make everything once, as the first thing of a process, and then some times with other words."""
    edition, by = _edition()
    kept: dict[str, bytes] = {}

    def make(form: str) -> Callable[[int], float]:
        def once(turn: int) -> float:
            _change_all_words(edition, turn)
            took = _cpu(lambda: actions.make_paper(edition.pk, form, by=by, at=timezone.now()))
            kept[form] = content_of(key_of(publication(by, edition, form), form)) or b""
            return took

        return once

    found = {"bare": _timed(_bare), "pdf": _timed(make("pdf")), "word": _timed(make("word"))}
    found["pdf"] |= {"kilobytes": len(kept["pdf"]) // 1024, "pages": kept["pdf"].count(b"/Type/Page/")}
    found["word"] |= {"kilobytes": len(kept["word"]) // 1024}
    return found | _read(kept)


def _read(kept: dict[str, bytes]) -> Found:
    """Read again what was made, in this process and not in one apart, so that its work is counted."""
    word = import_module("tett.documents.text.word").read_word
    pdf = import_module("tett.documents.text.pdf").read_pdf
    return {
        "read word": _timed(lambda _turn: _cpu(lambda: word(kept["word"]))),
        "read pdf": _timed(lambda _turn: _cpu(lambda: pdf(kept["pdf"], lambda _page, _of: None))),
    }


def _timed(once: Callable[[int], float]) -> Found:
    """Give the milliseconds of the first time, and those usual after that."""
    first, *then = (once(turn) * 1000 for turn in range(TIMES))
    return {"first": first, "then": median(then)}


def _cpu(do: Callable[[], object]) -> float:
    begun = time.process_time()
    do()
    return time.process_time() - begun


def _edition() -> tuple[Edition, Actor]:
    """Read the real plan in as the first school's next edition."""
    held = Assignment.objects.filter(role=Role.PRINCIPAL).select_related("school", "person").order_by("pk")[0]
    if held.school is None:
        raise LookupError(held)
    login = Login.objects.create(person=held.person, username="bench")
    by = actor_for(login, timezone.localtime())
    return actions.read_in(held.school, PLAN.read_text("utf-8"), by=by, at=by.now), by


def _change_all_words(edition: Edition, turn: int) -> None:
    """Let no text be what it was, so that the typesetter remembers nothing."""
    passages, commitments = list(edition.passages.all()), list(edition.commitments.all())
    for passage in passages:
        passage.text = _other(passage.text, turn)
    for commitment in commitments:
        commitment.title = _other(commitment.title, turn)
    Passage.objects.bulk_update(passages, ["text"])
    Commitment.objects.bulk_update(commitments, ["title"])


def _other(text: str, turn: int) -> str:
    return f"{text.rstrip('0123456789 ')} {turn}"


def _bare(turn: int) -> float:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bare.typ"
        file.write_text(BARE.format(turn=turn), "utf-8")
        return _cpu(lambda: typst.compile(str(file), font_paths=[str(FONTS)], ignore_system_fonts=True))
