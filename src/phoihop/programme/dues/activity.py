"""What is missing in activities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.notices.sources import Due
from phoihop.programme.models import Activity, ActivityStatus, Answer, Participation

PREPARE_DAYS = 30  # an activity should be in preparation this long before it starts
RESULTS_DAYS = 10  # its results are due this long after it ended
ANSWER_DAYS = 2  # without a day set, an answer is due this long before the start


def _day(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def _url(activity: Activity) -> str:
    return reverse("programme:activity_detail", args=[activity.pk])


def activity_dues(actor: Actor) -> Iterable[Due]:
    """Answers that parties owe; preparing, holding and recording that the lead owes."""
    yield from _answers(actor)
    yield from _running(actor)


def _answers(actor: Actor) -> Iterator[Due]:
    """Unanswered invitations: a party's own, and for the lead those of all."""
    concerned = Q(party_id__in=actor.party_ids) | Q(activity__programme__lead_id__in=actor.party_ids)
    waiting = Participation.objects.filter(
        concerned,
        ~Q(party_id=F("activity__programme__lead_id")),
        invited_at__isnull=False,
        answer=Answer.NONE,
        activity__status__in=[ActivityStatus.SCHEDULED, ActivityStatus.OPEN],
        activity__starts_at__gt=actor.at,
    ).select_related("activity__programme", "party")
    for row in waiting:
        lead_id = row.activity.programme.lead_id
        due_on = row.activity.answer_by or _day(row.activity.starts_at) - dt.timedelta(days=ANSWER_DAYS)
        yield Due(
            key=f"programme.activity.answer:{row.pk}",
            title=_("Trả lời mời dự: %(title)s") % {"title": row.activity.title},
            url=_url(row.activity),
            party_id=row.party_id,
            owed_to_id=lead_id,
            due_on=due_on,
            source=_("Hoạt động"),
            icon="mail-question",
        )


def _running(actor: Actor) -> Iterator[Due]:
    """What the lead owes to everyone: preparing in time, saying that it was held, recording the results."""
    leads = actor.regulator_ids
    if not leads:
        return
    begun = actor.at + dt.timedelta(days=PREPARE_DAYS)
    found = (
        Activity.objects.filter(programme__lead_id__in=leads, starts_at__lte=begun)
        .filter(status__in=[ActivityStatus.SCHEDULED, ActivityStatus.OPEN, ActivityStatus.HELD])
        .select_related("programme", "item__clause")
        .only("title", "status", "starts_at", "ends_at", "responsible", "programme__lead", "item__clause__heading")
    )
    for activity in found:
        title, due_on = _step(activity, actor)
        if title:
            yield Due(
                key=f"programme.activity.{activity.status}:{activity.pk}",
                title=title % {"title": activity.title},
                url=_url(activity),
                party_id=activity.programme.lead_id,
                owed_to_id=activity.programme.lead_id,
                due_on=due_on,
                source=str(activity.item.clause or _("Hoạt động")),
                icon="calendar-event",
                user_id=activity.responsible_id,
            )


def _step(activity: Activity, actor: Actor) -> tuple[str, dt.date | None]:
    start, end = _day(activity.starts_at), _day(activity.ends_at)
    if activity.status == ActivityStatus.HELD:
        return _("Ghi kết quả và kết thúc: %(title)s"), end + dt.timedelta(days=RESULTS_DAYS)
    if activity.ends_at < actor.at:
        return _("Đã qua ngày mà chưa báo đã diễn ra: %(title)s"), end
    if activity.status == ActivityStatus.SCHEDULED:
        return _("Bắt đầu chuẩn bị: %(title)s"), start - dt.timedelta(days=PREPARE_DAYS // 2)
    return "", None
