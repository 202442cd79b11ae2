"""How far schools have come, and what is left."""

from tett.start.queries.facts import facts_of
from tett.start.queries.guide import Guide, GuideStep, guide_of, schools_to_start
from tett.start.queries.places import (
    Appointed,
    appointment,
    code_is_right,
    department_to_arrange,
    departments_of,
    leaders_of,
    may_appoint_at,
    nobody_yet,
    officers_of,
    owner_to_run,
    owners_to_run,
    owns,
    school_to_start,
)

__all__ = [
    "Appointed",
    "Guide",
    "GuideStep",
    "appointment",
    "code_is_right",
    "department_to_arrange",
    "departments_of",
    "facts_of",
    "guide_of",
    "leaders_of",
    "may_appoint_at",
    "nobody_yet",
    "officers_of",
    "owner_to_run",
    "owners_to_run",
    "owns",
    "school_to_start",
    "schools_to_start",
]
