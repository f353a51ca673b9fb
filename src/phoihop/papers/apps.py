"""Administrative documents: rendering, numbering, signing rounds, signature checks."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Papers and their register."""

    name = "phoihop.papers"
    label = "papers"
    verbose_name = "Papers"
