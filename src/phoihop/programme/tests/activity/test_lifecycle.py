"""From the plan to the end."""

import datetime as dt

import pytest
from django.utils import timezone

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.base.transitions import WrongState
from phoihop.notices.models import Notice
from phoihop.programme.actions.activity import (
    cancel_activity,
    close_activity,
    create_activity,
    edit_activity,
    hold_activity,
    open_activity,
    postpone_activity,
    record_minutes,
    reopen_activity,
    reschedule_activity,
)
from phoihop.programme.actions.activity.lifecycle import NotYet
from phoihop.programme.models import Activity, ActivityStatus
from phoihop.testing.factories import ActivityFactory, PlanItemFactory


def test_an_item_opens_one_activity_with_its_participants(regulator, programme, vnpt):
    item = PlanItemFactory(plan__programme=programme)
    item.participants.add(vnpt.party)

    first = create_activity(actor=regulator, item=item)
    again = create_activity(actor=regulator, item=item)

    assert first == again
    assert [row.party for row in first.participations.all()] == [vnpt.party]


def test_an_enterprise_cannot_run_an_activity(vnpt, activity):
    with pytest.raises(NotAllowed):
        hold_activity(actor=vnpt, activity=activity)


def test_the_whole_way(regulator, programme):
    activity = ActivityFactory(programme=programme, status=ActivityStatus.SCHEDULED)

    open_activity(actor=regulator, activity=activity)
    hold_activity(actor=regulator, activity=activity)
    record_minutes(actor=regulator, activity=activity, minutes="Đã họp.")
    close_activity(actor=regulator, activity=activity)

    assert Activity.objects.get(pk=activity.pk).status == ActivityStatus.CLOSED
    events = AuditEntry.objects.filter(object_id=str(activity.pk)).order_by("seq").values_list("event", flat=True)
    assert list(events)[-1] == "programme.activity.closed"


def test_what_has_not_begun_was_not_held(regulator, activity):
    early = regulator.on(dt.date(2026, 6, 14))

    with pytest.raises(NotYet):
        hold_activity(actor=early, activity=activity)


def test_nothing_to_show_cannot_be_closed(regulator, activity):
    hold_activity(actor=regulator, activity=activity)

    with pytest.raises(Refused, match="kết quả"):
        close_activity(actor=regulator, activity=activity)


def test_a_step_out_of_order_is_refused(regulator, activity):
    with pytest.raises(WrongState):
        close_activity_of_open(regulator, activity)


def close_activity_of_open(regulator, activity):
    record_minutes(actor=regulator, activity=activity, minutes="Đã họp.")
    close_activity(actor=regulator, activity=activity)


@pytest.mark.parametrize("stop", [postpone_activity, cancel_activity])
def test_stopping_needs_a_reason_and_tells_those_invited(regulator, vnpt, activity, stop):
    with pytest.raises(Refused):
        stop(actor=regulator, activity=activity, reason=" ")

    stop(actor=regulator, activity=activity, reason="Bão số 3")

    assert "Bão số 3" in Notice.objects.get(user=vnpt.user).text


def test_a_postponed_activity_is_prepared_again(regulator, activity):
    postpone_activity(actor=regulator, activity=activity, reason="Bão")

    reopen_activity(actor=regulator, activity=activity)

    assert (activity.status, activity.reason) == (ActivityStatus.OPEN, "")


def test_a_new_time_is_told_and_counts_up_the_calendar_entry(regulator, vnpt, activity):
    edit_activity(
        actor=regulator, activity=activity, starts_at=activity.starts_at + dt.timedelta(days=1),
        ends_at=activity.ends_at + dt.timedelta(days=1),
    )  # fmt: skip

    assert activity.sequence == 1
    assert Notice.objects.filter(user=vnpt.user).count() == 1


def test_the_end_may_not_come_before_the_start(regulator, activity):
    with pytest.raises(Refused):
        edit_activity(
            actor=regulator,
            activity=activity,
            starts_at=activity.ends_at,
            ends_at=activity.starts_at - dt.timedelta(days=1),
        )


def test_rescheduling_keeps_the_hours(regulator, activity):
    reschedule_activity(actor=regulator, activity=activity, starts_on=dt.date(2026, 7, 1), ends_on=dt.date(2026, 7, 1))

    assert activity.starts_at.astimezone(regulator.at.tzinfo).strftime("%d/%m %H:%M") == "01/07 12:00"


def test_moving_keeps_the_hours_whatever_zone_the_mover_reads_in(regulator, programme):
    activity = ActivityFactory(programme=programme)
    before = timezone.localtime(activity.starts_at, timezone.get_default_timezone())
    day = before.date() + dt.timedelta(days=3)

    with timezone.override("Asia/Tokyo"):
        reschedule_activity(actor=regulator, activity=activity, starts_on=day, ends_on=day)

    after = timezone.localtime(activity.starts_at, timezone.get_default_timezone())
    assert (after.date(), after.time()) == (day, before.time())
