"""Reading logins and tries to log in."""

from datetime import datetime

from django.utils.crypto import salted_hmac

from tett.people.models import Attempt
from tett.people.rules.attempts import WINDOW, too_many


def hashed(text: str) -> str:
    """Give what stands for a name or an address in the table of attempts."""
    return salted_hmac("tett.people.attempt", text.lower(), algorithm="sha256").hexdigest()


def must_wait(_actor: object, name: str, address: str, at: datetime) -> bool:
    """Tell whether somebody has tried too often (two queries, the same whether the name exists)."""
    lately = Attempt.objects.filter(at__gt=at - WINDOW)
    return too_many(lately.filter(name=hashed(name)).count(), lately.filter(address=hashed(address)).count())
