"""``phoihop disable_idle``."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from phoihop.people.idle import disable_idle_accounts


class Command(BaseCommand):
    """Disable accounts that nobody has used for long; `phoihop tick` does the same by the clock."""

    help = "Disable accounts that nobody has used for PHOIHOP_IDLE_DAYS days (45 unless set)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it now and say how many."""
        self.stdout.write(f"{disable_idle_accounts(at=timezone.now())} accounts disabled")
