"""Django's settings; everything that differs between installations comes from the environment."""

import os
from pathlib import Path
from typing import Any

from tett.config.environment import Environment, address, clock_shift, database, secret_key

PACKAGE = Path(__file__).parents[1]
CHECKOUT = PACKAGE.parents[1]

ENV = Environment(os.environ)
ADDRESS = address(ENV)
DATA = ENV.folder("TETT_DATA", CHECKOUT / "var")

# Who we are
DEBUG = ENV.flag("TETT_DEBUG")
DEMO = ENV.flag("TETT_DEMO")
CLOCK_SHIFT = clock_shift(ENV, demo=DEMO)
SECRET_KEY = secret_key(ENV, DATA)
ALLOWED_HOSTS = [ADDRESS.host, *ENV.words("TETT_HOSTS")]
if not ADDRESS.secure:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
WSGI_APPLICATION = "tett.config.wsgi.application"
ROOT_URLCONF = "tett.config.urls"

# The house, from the top floor down
ROOMS = ["config", "overview", "year", "plan", "tasks", "people", "audit", "ui", "access", "calendar", "base"]
INSTALLED_APPS = [
    *[f"tett.{room}" for room in ROOMS],
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tett.people.middleware.ActorMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Storage
DATABASES = {"default": database(ENV, DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Language and time
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

# Log-in
AUTH_USER_MODEL = "people.Login"

# Static files
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
