"""Which editions there are."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from tett.access.rules import Actor
from tett.people.models import School
from tett.plan.access import may_edit, may_own_plan, may_read
from tett.plan.models import Edition
from tett.plan.words import EditionState

#: Stand for a school's address and an edition's number in a question that is the same for all; no number is larger.
ANY_SCHOOL, ANY_NUMBER = "any-school", 2**15 - 1


def school_to_plan(actor: Actor) -> School | None:
    """Give the school whose plan somebody may read in and adopt, or None (one query)."""
    return may_own_plan.filter(actor, School.objects.all()).order_by("pk").first()


def my_school(actor: Actor) -> School | None:
    """Give the school that somebody belongs to today (one query)."""
    return School.objects.filter(pk__in=actor.schools()).order_by("pk").first()


def draft_of(actor: Actor, school: School) -> Edition | None:
    """Give the school's draft, to those who may read it."""
    rows = Edition.objects.filter(school=school, state=EditionState.DRAFT)
    return may_read.filter(actor, rows).select_related("school").first()


def draft_to_edit(actor: Actor, school: School) -> Edition | None:
    """Give the school's draft, to those who may change it."""
    rows = Edition.objects.filter(school=school, state=EditionState.DRAFT)
    return may_edit.filter(actor, rows).select_related("school").first()


def edition_in_force(actor: Actor, school: School) -> Edition | None:
    """Give the edition in force."""
    return in_force_at(actor, school.slug)


def in_force_at(_actor: Actor, slug: str) -> Edition | None:
    """Give the edition in force at the school with this address, as anybody may read it."""
    rows = Edition.objects.filter(school__slug=slug, state=EditionState.ADOPTED)
    return rows.select_related("school", "adopted_by").first()


def editions_of(actor: Actor, school: School) -> "QuerySet[Edition]":
    """Give the school's editions that somebody may read, the newest first."""
    rows = Edition.objects.filter(school=school).defer("text").select_related("adopted_by", "school")
    return may_read.filter(actor, rows).order_by("-number")


def stamp_of(_actor: Actor, slug: str, number: int | None) -> tuple[int, str, datetime] | None:
    """Give what tells one public answer from another: which edition, its state and when it was adopted (one query)."""
    if number is not None and number > ANY_NUMBER:
        return None
    question, values = _stamp_question(connection.vendor, numbered=number is not None)
    asked = {ANY_SCHOOL: slug, ANY_NUMBER: number}
    with connection.cursor() as cursor:
        cursor.execute(question, [asked.get(value, value) for value in values])
        found = cursor.fetchone()
    return (found[0], found[1], _moment(found[2])) if found else None


@lru_cache(maxsize=2)
def _stamp_question(_vendor: str, *, numbered: bool) -> tuple[str, tuple[Any, ...]]:
    """Write the question once: every open answer asks it, and writing it takes longer than answering it."""
    rows = Edition.objects.filter(school__slug=ANY_SCHOOL).exclude(state=EditionState.DRAFT).order_by()
    chosen = rows.filter(number=ANY_NUMBER) if numbered else rows.filter(state=EditionState.ADOPTED)
    told = chosen.values_list("pk", "state", Cast("adopted_at", CharField()))
    question, values = told.query.sql_with_params()
    return question, tuple(values)


@lru_cache(maxsize=1024)
def _moment(text: str) -> datetime:
    """Read a moment as a database writes it: in UTC, whether it says so or not."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def public_edition(_actor: Actor, pk: int) -> Edition:
    """Give an edition that ``stamp_of`` found."""
    return Edition.objects.exclude(state=EditionState.DRAFT).select_related("school", "adopted_by").get(pk=pk)
