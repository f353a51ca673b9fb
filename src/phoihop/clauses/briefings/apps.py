"""Briefings: reports of figures, pooled tables, the meeting and its minutes, decisions, obstacles."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    """Registers the kind ``briefings``, who may open files, and what the history calls its events."""

    name = "phoihop.clauses.briefings"
    label = "briefings"
    verbose_name = "Briefings"

    def ready(self) -> None:
        from phoihop.clauses.briefings import kind  # noqa: PLC0415

        kind.register_all()
