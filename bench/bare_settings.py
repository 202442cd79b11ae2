"""As little of Django as shows a page from the database: what Tett's cold start is held against."""

from tett.config.settings import DATABASES, SECRET_KEY

INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bench.bare_wsgi"
USE_TZ = True

__all__ = [
    "ALLOWED_HOSTS",
    "DATABASES",
    "INSTALLED_APPS",
    "MIDDLEWARE",
    "ROOT_URLCONF",
    "SECRET_KEY",
    "TEMPLATES",
    "USE_TZ",
]
