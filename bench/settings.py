"""The embedded settings, without compressing static files, and with one bare page to compare with."""

from phoihop.config.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
REQUIRE_SECOND_FACTOR = False
ROOT_URLCONF = "bench.urls"
