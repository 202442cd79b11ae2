"""Reading people, classes and roles."""

from tett.people.queries.actor import actor_for, stranger

__all__ = ["actor_for", "stranger"]
