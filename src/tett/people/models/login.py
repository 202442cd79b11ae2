"""How a person proves who they are."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef

from tett.notify.models import Notice
from tett.people.models.person import Person


class LoginManager(BaseUserManager["Login"]):
    """Find a login by the name it is known by, together with whose it is: every request asks for both."""

    def get_queryset(self) -> "models.QuerySet[Login]":
        """Read in the same query the person, and whether there is something they haven't read: every page shows it."""
        new = Notice.objects.filter(person_id=OuterRef("person_id"), read_at=None)
        return super().get_queryset().select_related("person").annotate(has_news=Exists(new))

    def get_by_natural_key(self, username: str | None) -> "Login":
        """Find it whatever the case it is written in."""
        return self.get(username=(username or "").lower())


class Login(AbstractBaseUser):
    """A way in for one person; what it opens is decided by the roles held that day."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="login")
    username = models.CharField(max_length=80, unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[LoginManager] = LoginManager()

    def __str__(self) -> str:
        """Show the user name."""
        return self.username


class Attempt(models.Model):
    """One failed try to log in, kept for minutes; names and addresses only as keyed hashes."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64, db_index=True)
    address = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """Show when."""
        return f"{self.at:%Y-%m-%d %H:%M}"
