"""Activities as calendar events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from phoihop.base.access import Actor
from phoihop.notices.sources import Happening
from phoihop.programme.models import Activity, ActivityStatus

STATUS = {
    ActivityStatus.SCHEDULED: "TENTATIVE",
    ActivityStatus.POSTPONED: "TENTATIVE",
    ActivityStatus.CANCELLED: "CANCELLED",
}


def address_of(activity: Activity) -> str:
    """The activity's page."""
    return reverse("programme:activity_detail", args=[activity.pk])


def happening_of(activity: Activity) -> Happening:
    """One activity as an event; its hours stay where they are, whatever zone the reader is in."""
    start: dt.datetime | dt.date = activity.starts_at
    end: dt.datetime | dt.date = activity.ends_at
    if activity.all_day:
        start = timezone.localtime(activity.starts_at, timezone.get_default_timezone()).date()
        end = timezone.localtime(activity.ends_at, timezone.get_default_timezone()).date() + dt.timedelta(days=1)
    return Happening(
        uid=f"{activity.pk}@phoihop", title=activity.title, starts_at=start, ends_at=end,
        url=settings.BASE_URL + address_of(activity),
        place=activity.place or activity.online_url, description=activity.reason or activity.agenda,
        status=STATUS.get(ActivityStatus(activity.status), "CONFIRMED"), sequence=activity.sequence,
        changed_at=activity.changed_at,
    )  # fmt: skip


def activity_happenings(actor: Actor, programme_id: UUID | None) -> Iterable[Happening]:
    """The activities that ``actor`` may see, of two years back and all to come."""
    found = Activity.objects.visible_to(actor).filter(ends_at__gte=actor.at - dt.timedelta(days=730))
    if programme_id:
        found = found.filter(programme_id=programme_id)
    return [happening_of(activity) for activity in found.order_by("starts_at")]


def organizer_of(activity: Activity) -> tuple[str, str]:
    """Whom an answer goes to."""
    lead = activity.programme.lead
    return lead.name, lead.email or settings.DEFAULT_FROM_EMAIL


def attendee_of(user: Any) -> tuple[str, str]:
    """Name and address of the person invited."""
    return str(user), user.email
