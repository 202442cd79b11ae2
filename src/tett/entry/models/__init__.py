"""What proves who somebody is, where they are logged in, and ways in that are given once."""

from tett.entry.models.factor import CodeApp, Passkey, RecoveryCode
from tett.entry.models.ticket import Asked, Ticket
from tett.entry.models.visit import Visit

__all__ = ["Asked", "CodeApp", "Passkey", "RecoveryCode", "Ticket", "Visit"]
