"""Accounts that nobody uses are disabled: TCVN 14423:2026, level 2 asks for it after 45 days."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.people.models import User

REASON = "idle"


def disable_idle_accounts(*, at: dt.datetime) -> int:
    """Disable every account that was last active, or made, more than ``IDLE_DAYS`` ago; returns how many."""
    before = at - dt.timedelta(days=settings.IDLE_DAYS)
    idle = Q(last_active_at__lt=before) | Q(last_active_at__isnull=True, joined_at__lt=before)
    count = 0
    for user in User.objects.filter(idle, is_active=True, is_demo=False):
        with transaction.atomic():
            User.objects.filter(pk=user.pk, is_active=True).update(
                is_active=False, disabled_at=at, disabled_reason=REASON
            )
            audit.record(Actor(name="tick", at=at), "people.account.disabled", user, after={"reason": REASON})
        count += 1
    return count
