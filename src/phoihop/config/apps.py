"""The composer: settings, addresses, shell, commands."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the templates of the shell and the management commands."""

    name = "phoihop.config"
    label = "config"
    verbose_name = "Config"
