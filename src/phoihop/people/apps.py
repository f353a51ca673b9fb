"""People and the parties they sit for."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, parties, divisions, memberships, invitations, handovers."""

    name = "phoihop.people"
    label = "people"
    verbose_name = "People"

    def ready(self) -> None:
        from phoihop.base import files  # noqa: PLC0415
        from phoihop.base.events import label_events  # noqa: PLC0415
        from phoihop.base.naming import register_party_names  # noqa: PLC0415
        from phoihop.people.events import EVENTS  # noqa: PLC0415
        from phoihop.people.queries.parties import logo_is_visible, short_names  # noqa: PLC0415

        files.register_guard("people.party", logo_is_visible)
        label_events(EVENTS)
        register_party_names(short_names)
