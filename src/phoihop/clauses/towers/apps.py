"""Sharing towers: registry, map, disclosure, requests, the joint plan of a year."""

from django.apps import AppConfig


class TowersConfig(AppConfig):
    """Registers the kind ``towers``, who may open files, and what the history calls its events."""

    name = "phoihop.clauses.towers"
    label = "towers"
    verbose_name = "Towers"

    def ready(self) -> None:
        from phoihop.clauses.towers import kind  # noqa: PLC0415

        kind.register_all()
