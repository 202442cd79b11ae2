"""The plan on paper: what is in it, and how it is made."""

from tett.plan.exports.forms import FORMS, make
from tett.plan.exports.publication import publication

__all__ = ["FORMS", "make", "publication"]
