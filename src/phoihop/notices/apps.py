"""In-app notices, e-mail digests, reminders, calendar feeds."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices and what they are gathered from."""

    name = "phoihop.notices"
    label = "notices"
    verbose_name = "Notices"
