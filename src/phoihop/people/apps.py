"""People and the parties they sit for."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, parties, divisions, memberships, invitations, handovers."""

    name = "phoihop.people"
    label = "people"
    verbose_name = "People"
