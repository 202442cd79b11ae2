"""Who else may say who people are: Feide and ID-porten, as the environment names them."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from tett.config.environment import Environment

NAMED = (("feide", "Feide"), ("idporten", "ID-porten"))
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def providers(env: Environment) -> list[dict[str, str]]:
    """Read those that are set up: each by its issuer, with the name and the secret that it has given us."""
    return [_provider(env, key, name) for key, name in NAMED if env.text(f"TETT_{key.upper()}_ISSUER")]


def _provider(env: Environment, key: str, name: str) -> dict[str, str]:
    start = f"TETT_{key.upper()}"
    issuer, client, secret = (env.text(f"{start}_{what}") for what in ("ISSUER", "CLIENT", "SECRET"))
    parts = urlsplit(issuer)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise ImproperlyConfigured(f"{start}_ISSUER must be an address that begins with https://, not {issuer!r}.")
    if not client or not secret:
        raise ImproperlyConfigured(f"{start}_ISSUER is set, so {start}_CLIENT and {start}_SECRET must be too.")
    return {"key": key, "name": name, "issuer": issuer, "client": client, "secret": secret}
