"""Settings of the test suite: a throw-away home, quick passwords, mail in memory."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("PHOIHOP_HOME", tempfile.mkdtemp(prefix="phoihop-test-"))
os.environ.setdefault("PHOIHOP_SECRET_KEY", "only-for-tests-" + "x" * 40)

from phoihop.config.settings import *  # noqa: F403
from phoihop.config.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ALLOWED_HOSTS = ["*"]
REQUIRE_SECOND_FACTOR = False
CACHES = {name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"} for name in ("default", "kept")}
KEEP_ANSWERS = False  # rows are made without a history; tests of it turn it on
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600  # a browser of the tests opens hundreds of pages
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = {}
