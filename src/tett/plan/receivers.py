"""What the plan hears of itself: work that goes on after the answer, stored in the caller's transaction."""

from collections.abc import Callable
from typing import Any

from tett.plan.actions import document_sent, edition_adopted, paper_ordered


def listen(
    read: Callable[[int], object], make: Callable[[int, str], object], papers_of: Callable[[int], object]
) -> None:
    """Let jobs, which are given, read what is sent in and make what is ordered."""

    def hear_document(reading_id: int, **_told: Any) -> None:
        read(reading_id)

    def hear_order(edition_id: int, form: str, **_told: Any) -> None:
        make(edition_id, form)

    def hear_adopted(school_id: int, **_told: Any) -> None:
        papers_of(school_id)

    document_sent.connect(hear_document, weak=False, dispatch_uid="plan.read")
    paper_ordered.connect(hear_order, weak=False, dispatch_uid="plan.make")
    edition_adopted.connect(hear_adopted, weak=False, dispatch_uid="plan.papers")
