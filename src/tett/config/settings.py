"""Django's settings; everything that differs between installations comes from the environment."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from tett.config.environment import Environment, address, clock_shift, database, secret_key, security_contact
from tett.config.logs import logging_settings
from tett.config.mail import mail_from, mail_server
from tett.config.outside import providers

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
ROOMS = [
    *["config", "overview", "privacy", "feeds", "reminders", "start", "turn", "route", "year", "plan", "tasks"],
    *["roster", "entry", "people", "notify", "documents", "audit", "ui", "access", "calendar", "base"],
]
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
    "tett.config.middleware.HeadersMiddleware",
    "tett.ui.middleware.MethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tett.config.middleware.SessionLimitsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tett.people.middleware.ActorMiddleware",
    "tett.base.middleware.IdempotencyMiddleware",
    "tett.ui.middleware.RefusalMiddleware",
    "tett.entry.middleware.TwoStepsMiddleware",
    "tett.overview.middleware.PlacesMiddleware",
    "tett.reminders.middleware.BellMiddleware",
]
if DEMO:
    MIDDLEWARE.append("tett.config.demo.entry.CastMiddleware")
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials", "tett.ui.templatetags.tett"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "tett.ui.context.shell",
            ],
        },
    }
]

# Storage
DATABASES = {"default": database(ENV, DATA)}
# A cursor on the server lives longer than the transaction for which a pool lends a connection.
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = ENV.flag("TETT_POOLED")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# What those who keep the system running look at
BACKUPS = Path(ENV.text("TETT_BACKUPS", str(DATA / "backups"))).expanduser().absolute()
METRICS_TOKEN = ENV.secret("TETT_METRICS_TOKEN", 20)
SECURITY_CONTACT = security_contact(ENV)
WATCH = "tett.config.watch.middleware.WatchMiddleware"
# Load balancers ask this machine itself, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^helse/$"]

# Language and time
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

# Log-in and sessions
AUTH_USER_MODEL = "people.Login"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "tett.ui.errors.csrf_failed"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# Passkeys belong to this host; browsers take them without TLS on localhost alone.
PASSKEY_HOST = ADDRESS.host
PROVIDERS = providers(ENV)
SESSION_ENGINE = "tett.config.sessions"
SESSION_RESTS = timedelta(minutes=ENV.number("TETT_IDLE_MINUTES", 60, 5, 24 * 60))
SESSION_LASTS = timedelta(hours=ENV.number("TETT_SESSION_HOURS", 12, 1, 24 * 14))
SESSION_COOKIE_AGE = int(SESSION_LASTS.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# In the database, so that all processes count the same attempts.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "tett_cache"}}

# Cookies and transport
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = ADDRESS.secure
# Browsers take a cookie with this prefix only over TLS and for this host alone.
_prefix = "__Host-" if ADDRESS.secure else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_prefix}tett-session", f"{_prefix}tett-csrf"
LANGUAGE_COOKIE_NAME = "tett-language"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [ADDRESS.origin]
SECURE_SSL_REDIRECT = ADDRESS.secure
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if ADDRESS.secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ADDRESS.secure
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENV.flag("TETT_BEHIND_PROXY"):
    MIDDLEWARE.insert(0, "tett.config.middleware.ProxyMiddleware")
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Static files: hashed names that browsers keep for good, compressed beforehand
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
_static = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static if DEBUG else "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG

# Limits on what is sent in; files have their own limit where they are taken in
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_LIMIT = ENV.number("TETT_FILE_MB", 10, 1, 200) * 1024 * 1024

# Mail lies in a folder until somebody says which server sends it
EMAIL_FILE_PATH = DATA / "mail"
_mail = mail_server(ENV)
EMAIL_BACKEND = "tett.notify.actions.smtp.Backend" if _mail else "django.core.mail.backends.filebased.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS, EMAIL_TIMEOUT = _mail.tls_first, _mail.tls_then, 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = mail_from(ENV, ADDRESS.host)

# Everything that goes wrong is said on standard error, once, without what people wrote
LOG = ENV.choice("TETT_LOG", "plain", ("plain", "json"))
LOGGING = logging_settings(LOG)
if METRICS_TOKEN:
    # Read by prometheus-client as it is imported: all web processes of a machine count in one folder.
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(ENV.folder("TETT_METRICS", DATA / "metrics")))
if METRICS_TOKEN or LOG == "json":
    MIDDLEWARE.insert(MIDDLEWARE.index("tett.config.middleware.HeadersMiddleware"), WATCH)
