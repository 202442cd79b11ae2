"""Settings for the tests: the same house, with a database of its own in a folder that goes away."""

import atexit
import os
import shutil
import tempfile

# What a developer has set for the own installation is no business of the tests.
for _name in [
    name
    for name in os.environ
    if name.startswith("TETT_") and name not in {"TETT_CHROMIUM", "TETT_PG_BIN", "TETT_PICTURES"}
]:
    del os.environ[_name]

# Several test runs may go on at once in one checkout, so each has its own folder.
_folder = tempfile.mkdtemp(prefix="tett-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["TETT_DATA"] = _folder

from tett.config.settings import *  # noqa: E402, F403 - the folder must be known before settings are read
from tett.config.settings import DATA, DATABASES, MIDDLEWARE, STORAGES  # noqa: E402 - as above

# A file and not memory: live servers and simultaneous requests then have a connection each, as in the real world.
if DATABASES["default"]["ENGINE"] == "tett.config.sqlite":
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
# Argon2 is slow by design, and the tests make many people.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Hashed names need a collectstatic; the tests' own server reads the files where they lie.
MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
