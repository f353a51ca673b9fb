"""The spine: memorandum, plan, activities, outcomes, year report, and the registry of kinds."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Registers the plain kind, what is due, what happens, and who may open files."""

    name = "phoihop.programme"
    label = "programme"
    verbose_name = "Programme"

    def ready(self) -> None:
        from phoihop.programme import kind  # noqa: PLC0415

        kind.register_all()
