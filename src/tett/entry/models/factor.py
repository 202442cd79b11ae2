"""What somebody has that nobody else has: passkeys, an app that gives codes, and codes on paper."""

from typing import ClassVar

from django.db import models

from tett.base.models import Record
from tett.people.models import Login


class Passkey(Record):
    """A key that lies in somebody's phone, PC or stick; here is only what checks it."""

    login = models.ForeignKey(Login, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential_id = models.BinaryField(max_length=1023, unique=True)
    #: The public half, as WebAuthn writes it (attested credential data).
    public = models.BinaryField()
    signs = models.PositiveBigIntegerField(default=0)
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Show what its owner calls it."""
        return self.name


class CodeApp(models.Model):
    """An app on somebody's phone that gives a new code every half minute (TOTP, RFC 6238)."""

    login = models.OneToOneField(Login, primary_key=True, on_delete=models.CASCADE, related_name="code_app")
    #: The seed, sealed for this login: whoever has the database alone can't make codes.
    sealed = models.BinaryField()
    #: The half minute of the last code that was used, which no code may be from again.
    last_step = models.BigIntegerField()
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Say whose it is."""
        return f"code app of {self.login_id}"


class RecoveryCode(models.Model):
    """A code on paper, for the day the phone is gone; only what it is recognised by is stored."""

    id = models.BigAutoField(primary_key=True)
    login = models.ForeignKey(Login, on_delete=models.CASCADE, related_name="recovery_codes")
    mark = models.BinaryField(max_length=32)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["login", "mark"], name="entry_recovery_code_once")
        ]

    def __str__(self) -> str:
        """Say whose it is."""
        return f"recovery code of {self.login_id}"
