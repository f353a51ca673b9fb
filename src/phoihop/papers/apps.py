"""Administrative documents: rendering, numbering, signing rounds, signature checks."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Papers and their register."""

    name = "phoihop.papers"
    label = "papers"
    verbose_name = "Papers"

    def ready(self) -> None:
        from phoihop.base import events, files  # noqa: PLC0415
        from phoihop.papers.events import LABELS  # noqa: PLC0415
        from phoihop.papers.queries.papers import paper_file_is_visible  # noqa: PLC0415
        from phoihop.papers.taking_over import refuse_open_rounds  # noqa: PLC0415
        from phoihop.people.succeeding import register_succession  # noqa: PLC0415

        events.label_events(LABELS)
        register_succession("papers", refuse_open_rounds)
        files.register_guard("papers.paper", paper_file_is_visible)
