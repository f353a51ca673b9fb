"""The ground floor: access, audit, jobs, files, formats and UI components."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class BaseConfig(AppConfig):
    """Registers the system checks that walk the URLconf, and teaches SQLite to search."""

    name = "phoihop.base"
    label = "base"
    verbose_name = "Base"

    def ready(self) -> None:
        from phoihop.base import checks, search  # noqa: F401, PLC0415

        connection_created.connect(search.teach_sqlite, dispatch_uid="phoihop.base.search")
