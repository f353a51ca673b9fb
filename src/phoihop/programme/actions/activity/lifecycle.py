"""From the plan to the end: scheduled, open, held, closed; postponed or cancelled with a reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.base.transitions import move
from phoihop.notices.actions import tell
from phoihop.people.models import Membership, User
from phoihop.programme.happenings import address_of
from phoihop.programme.kinds import kind_of
from phoihop.programme.models import (
    ACTIVITY_TRANSITIONS,
    Activity,
    ActivityStatus,
    Participation,
    Plan,
    PlanItem,
    PlanStatus,
)

MORNING, EVENING = dt.time(8), dt.time(17)
EDITABLE = ("title", "place", "online_url", "chair", "agenda", "answer_by", "secretary", "responsible")


class NotYet(Refused):
    """The activity has not begun."""


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, time), timezone.get_default_timezone())


def create_activity(*, actor: Actor, item: PlanItem) -> Activity:
    """Make the activity of a plan item, with a place for each participant and the kind's own rows.

    Safe to repeat: an item has one activity.
    """
    require(actor, Permission.PLAN_WRITE, party=item.plan.programme.lead_id)
    with transaction.atomic():
        activity, new = Activity.objects.get_or_create(
            item=item,
            defaults={
                "programme": item.plan.programme,
                "kind": item.kind,
                "title": item.title,
                "starts_at": _at(item.starts_on, MORNING),
                "ends_at": _at(item.ends_on, EVENING),
                "all_day": True,
                "place": item.place,
                "restricted": item.restricted,
            },
        )
        if not new:
            return activity
        Participation.objects.bulk_create(
            [Participation(activity=activity, party=party) for party in item.participants.all()]
        )
        kind_of(activity.kind).open(actor, activity)
        audit.record(actor, "programme.activity.created", activity, party=activity.programme.lead_id)
    return activity


def open_activities(*, actor: Actor, plan: Plan) -> list[Activity]:
    """Make the activities of all items of a frozen plan."""
    if plan.status != PlanStatus.FROZEN:
        raise Refused(_("Chỉ mở hoạt động từ kế hoạch đã thống nhất."))
    items = plan.items.filter(dropped=False).select_related("plan__programme").prefetch_related("participants")
    return [create_activity(actor=actor, item=item) for item in items]


def open_activity(*, actor: Actor, activity: Activity) -> Activity:
    """Begin preparing."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    with transaction.atomic():
        move(activity, ActivityStatus.OPEN, ACTIVITY_TRANSITIONS, reason="")
        audit.record(actor, "programme.activity.opened", activity, party=activity.programme.lead_id)
    return activity


def edit_activity(
    *,
    actor: Actor,
    activity: Activity,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    all_day: bool = False,
    **values: Any,
) -> Activity:
    """Change time, place, agenda and the rest; those invited are told where time or place changed.

    :param values: of ``EDITABLE``
    """
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if ends_at < starts_at:
        raise Refused(_("Giờ kết thúc phải sau giờ bắt đầu."), field="ends_at")
    if activity.status in (ActivityStatus.CLOSED, ActivityStatus.CANCELLED):
        raise Refused(_("Hoạt động đã khép lại nên không sửa được. Nếu hoạt động đã kết thúc, hãy mở lại rồi sửa."))
    changes = {name: values[name] for name in EDITABLE if name in values}
    _require_seated(activity, changes.get("responsible"))
    changes |= {"starts_at": starts_at, "ends_at": ends_at, "all_day": all_day}
    before = {name: getattr(activity, name) for name in changes if getattr(activity, name) != changes[name]}
    if not before:
        return activity
    moved = bool({"starts_at", "ends_at", "place"} & set(before))
    with transaction.atomic():
        changed = Activity.objects.filter(pk=activity.pk, sequence=activity.sequence)
        if not changed.update(**changes, sequence=activity.sequence + 1, changed_at=actor.at):
            raise Stale
        activity.refresh_from_db()
        audit.record(
            actor, "programme.activity.edited", activity, party=activity.programme.lead_id, before=_words(before),
            after=_words({name: changes[name] for name in before}),
        )  # fmt: skip
        if moved:
            _tell_invited(
                actor, activity, gettext_lazy("Hoạt động “%(title)s” thay đổi thời gian hoặc địa điểm"), "moved"
            )
    return activity


def _require_seated(activity: Activity, user: User | None) -> None:
    """Refuse whoever has no seat at the lead at present."""
    seats = Membership.objects.current().filter(party_id=activity.programme.lead_id)
    if user is not None and user.pk != activity.responsible_id and not seats.filter(user=user).exists():
        raise Refused(
            _("Người phụ trách phải đang làm việc ở đơn vị chủ trì. Hãy chọn người khác."), field="responsible"
        )


def _words(values: dict[str, Any]) -> dict[str, Any]:
    """What the history keeps of the values: people by name."""
    return {name: str(value) if isinstance(value, User) else value for name, value in values.items()}


def reschedule_activity(*, actor: Actor, activity: Activity, starts_on: dt.date, ends_on: dt.date) -> Activity:
    """Move to other days at the same hours, as an amendment of the plan does."""
    zone = timezone.get_default_timezone()  # not the zone in which the person reads
    start, end = (timezone.localtime(moment, zone).time() for moment in (activity.starts_at, activity.ends_at))
    return edit_activity(
        actor=actor, activity=activity, starts_at=_at(starts_on, start), ends_at=_at(ends_on, end),
        all_day=activity.all_day,
    )  # fmt: skip


def hold_activity(*, actor: Actor, activity: Activity) -> Activity:
    """Say that it took place.

    :raises NotYet: it has not begun
    """
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if activity.starts_at > actor.at:
        raise NotYet(_("Hoạt động chưa đến giờ bắt đầu. Nếu đã tổ chức sớm hơn, hãy sửa thời gian trước."))
    with transaction.atomic():
        if activity.status == ActivityStatus.SCHEDULED:
            move(activity, ActivityStatus.OPEN, ACTIVITY_TRANSITIONS)
        move(activity, ActivityStatus.HELD, ACTIVITY_TRANSITIONS, held_at=actor.at)
        audit.record(actor, "programme.activity.held", activity, party=activity.programme.lead_id)
    return activity


def close_activity(*, actor: Actor, activity: Activity) -> Activity:
    """End it; its outcomes count in the year report from now on and change no more."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not activity.outcomes.exists() and not activity.minutes.strip():
        raise Refused(
            _("Chưa có kết quả hay diễn biến nào. Hãy ghi ít nhất một kết quả hoặc biên bản rồi mới kết thúc.")
        )
    with transaction.atomic():
        move(activity, ActivityStatus.CLOSED, ACTIVITY_TRANSITIONS, closed_at=actor.at)
        audit.record(actor, "programme.activity.closed", activity, party=activity.programme.lead_id)
    return activity


def reopen_activity(*, actor: Actor, activity: Activity) -> Activity:
    """Take back “held”, or prepare a postponed activity again."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    with transaction.atomic():
        move(activity, ActivityStatus.OPEN, ACTIVITY_TRANSITIONS, held_at=None, reason="")
        audit.record(actor, "programme.activity.reopened", activity, party=activity.programme.lead_id)
    return activity


def postpone_activity(*, actor: Actor, activity: Activity, reason: str) -> Activity:
    """Put it off, with a reason that those invited are told."""
    return _stop(
        actor, activity, ActivityStatus.POSTPONED, reason, gettext_lazy("Hoãn hoạt động “%(title)s”: %(reason)s")
    )


def cancel_activity(*, actor: Actor, activity: Activity, reason: str) -> Activity:
    """Call it off, with a reason that those invited are told."""
    return _stop(
        actor, activity, ActivityStatus.CANCELLED, reason, gettext_lazy("Hủy hoạt động “%(title)s”: %(reason)s")
    )


def _stop(actor: Actor, activity: Activity, status: ActivityStatus, reason: str, text: Any) -> Activity:
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do; các bên được mời sẽ nhận được lý do này."), field="reason")
    with transaction.atomic():
        move(activity, status, ACTIVITY_TRANSITIONS, reason=reason.strip(), sequence=activity.sequence + 1)
        event = f"programme.activity.{status.value}"
        audit.record(actor, event, activity, party=activity.programme.lead_id, after={"reason": reason})
        _tell_invited(actor, activity, text, status.value)
    return activity


def _tell_invited(actor: Actor, activity: Activity, text: Any, what: str) -> None:
    tell(
        actor=actor, users_of=list(activity.participations.values_list("party_id", flat=True)),
        text=text, words={"title": activity.title, "reason": activity.reason},
        url=address_of(activity), key=f"activity.{what}:{activity.pk}:{activity.sequence}", icon="calendar-event",
    )  # fmt: skip
