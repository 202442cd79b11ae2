"""Owners, schools, classes, persons, relations, roles and logins."""

from tett.people.models.correction import Correction
from tett.people.models.identifier import Identifier
from tett.people.models.login import Attempt, Login
from tett.people.models.person import Contact, Person, ProtectedReader
from tett.people.models.place import Department, Owner, School, SchoolClass
from tett.people.models.relation import Consent, Guardianship
from tett.people.models.role import Assignment, Enrolment

__all__ = [
    "Assignment",
    "Attempt",
    "Consent",
    "Contact",
    "Correction",
    "Department",
    "Enrolment",
    "Guardianship",
    "Identifier",
    "Login",
    "Owner",
    "Person",
    "ProtectedReader",
    "School",
    "SchoolClass",
]
