"""What disclosure registers at start-up; ``kind.register_all`` calls it."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.events import label_events
from phoihop.clauses.towers.models import DisclosedMast, Disclosure, DisclosurePeriod
from phoihop.people.models import Party
from phoihop.people.succeeding import register_succession

EVENTS = {
    "towers.disclosure.asked": _("Hỏi vị trí cột trong một khu vực"),
    "towers.disclosure.limits_set": _("Đặt giới hạn giới thiệu vị trí"),
}


def take_over_disclosures(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """The successor reads who looked at the masts that it took over, and goes on with what the predecessor was shown.

    Of two accounts of one period the successor's own goes on, so that nobody is shown twice as much.
    """
    DisclosedMast.objects.filter(owner=predecessor).update(owner=successor)
    own = DisclosurePeriod.objects.filter(asker=successor).values_list("regulator_id", "starts_on")
    for period in DisclosurePeriod.objects.filter(asker=predecessor):
        if (period.regulator_id, period.starts_on) not in set(own):
            DisclosurePeriod.objects.filter(pk=period.pk).update(asker=successor)
    Disclosure.objects.filter(asker=predecessor).update(asker=successor)
    Disclosure.objects.filter(regulator=predecessor).update(regulator=successor)


def register_disclosure() -> None:
    """Events and succession."""
    label_events(EVENTS)
    register_succession("towers_disclosure", take_over_disclosures)
