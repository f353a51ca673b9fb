"""The ground floor: access, audit, jobs, files, formats and UI components."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """Registers the system checks that walk the URLconf."""

    name = "phoihop.base"
    label = "base"
    verbose_name = "Base"

    def ready(self) -> None:
        from phoihop.base import checks  # noqa: F401, PLC0415
