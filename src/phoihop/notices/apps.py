"""In-app notices, e-mail digests, reminders, calendar feeds."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices and what they are gathered from."""

    name = "phoihop.notices"
    label = "notices"
    verbose_name = "Notices"

    def ready(self) -> None:
        from phoihop.base.events import label_events  # noqa: PLC0415
        from phoihop.notices.events import EVENTS  # noqa: PLC0415
        from phoihop.notices.handing_over import pass_notices, unread_notices  # noqa: PLC0415
        from phoihop.people.handover import register_handover  # noqa: PLC0415

        label_events(EVENTS)
        register_handover("notices", unread_notices, pass_notices)
