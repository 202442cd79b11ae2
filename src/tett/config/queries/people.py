"""Whether anybody is there."""

from tett.people.models import Login


def nobody_yet() -> bool:
    """Tell whether the installation is new: nobody can log in."""
    return not Login.objects.exists()
