"""Accounts that nobody uses are disabled: TCVN 14423:2026, level 2 asks for it after 45 days."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.people.models import User
from phoihop.people.seats import history_row

IDLE = "idle"  # the reason that lets a party's own manager enable the account again


def disable_idle_accounts(*, at: dt.datetime) -> int:
    """Disable every account that was last active, or made, more than ``IDLE_DAYS`` ago.

    The keeper who was active last stays: somebody must be able to enable the others. In demo mode the cast stays.

    :returns: how many were disabled
    """
    before = at - dt.timedelta(days=settings.IDLE_DAYS)
    idle = Q(last_active_at__lt=before) | Q(last_active_at__isnull=True, joined_at__lt=before)
    found = User.objects.filter(idle, is_active=True)
    if settings.DEMO:
        found = found.exclude(is_demo=True)
    keepers = User.objects.filter(is_active=True, is_keeper=True)
    last_keeper = max(keepers, key=lambda user: user.last_active_at or user.joined_at, default=None)
    disabled = 0
    if last_keeper is not None:
        found = found.exclude(pk=last_keeper.pk)
    for user in found:
        with transaction.atomic():
            values = {"is_active": False, "disabled_at": at, "disabled_reason": IDLE}
            if User.objects.filter(idle, pk=user.pk, is_active=True).update(**values):
                system = Actor(name="phoihop tick", at=at)
                audit.record(system, "people.account.disabled", history_row(user), after={"reason": IDLE})
                disabled += 1
    return disabled
