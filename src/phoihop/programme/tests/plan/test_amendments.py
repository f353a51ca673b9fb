"""Changes of a frozen plan: numbered, with a reason, followed by the activity."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from phoihop.notices.models import Notice
from phoihop.programme.actions import activity as activities
from phoihop.programme.actions import plan as actions
from phoihop.programme.models import Activity, ActivityStatus, PlanAmendment
from phoihop.programme.queries import plan as queries
from phoihop.testing.factories import PlanFactory, PlanItemFactory

JULY = dt.date(2026, 7, 7)


@pytest.fixture
def plan(programme):
    return PlanFactory(programme=programme)


@pytest.fixture
def item(regulator, vnpt, plan):
    item = PlanItemFactory(plan=plan, title="Hội thao")
    item.participants.set([vnpt.party])
    activities.create_activity(actor=regulator, item=item)
    return item


def test_a_reason_is_needed(regulator, item):
    with pytest.raises(actions.NeedsReason):
        actions.move_item(actor=regulator, item=item, starts_on=JULY, reason=" ")


def test_the_activity_moves_along(regulator, item):
    actions.move_item(actor=regulator, item=item, starts_on=JULY, reason="Trùng kỳ thi")

    amendment, activity = PlanAmendment.objects.get(), Activity.objects.get()
    assert (amendment.number, amendment.reason) == (1, "Trùng kỳ thi")
    assert (amendment.before["starts_on"], amendment.after["starts_on"]) == ("2026-06-15", "2026-07-07")
    assert timezone.localtime(activity.starts_at).date() == JULY


def test_the_parties_are_told(regulator, vnpt, viettel, item):
    actions.move_item(actor=regulator, item=item, starts_on=JULY, reason="Trùng kỳ thi")

    told = Notice.objects.filter(key__startswith="plan.amended").values_list("user", "text")
    assert {vnpt.user_id, viettel.user_id} <= {user for user, _text in told}
    assert all("Trùng kỳ thi" in text for _user, text in told)


def test_title_place_and_participants_reach_the_activity(regulator, viettel, item):
    actions.edit_item(
        actor=regulator,
        item=item,
        title="Hội thao ngành",
        place="Nhà thi đấu",
        participants=[viettel.party],
        reason="Đổi",
    )

    activity = Activity.objects.get()
    assert (activity.title, activity.place) == ("Hội thao ngành", "Nhà thi đấu")
    assert [row.party for row in activity.participations.all()] == [viettel.party]


def test_an_added_item_opens_its_activity(regulator, plan):
    added = actions.add_item(
        actor=regulator, plan=plan, title="Cứu trợ", starts_on=JULY, ends_on=JULY, reason="Sau bão"
    )

    assert Activity.objects.get(item=added).title == "Cứu trợ"
    assert PlanAmendment.objects.get().before == {}


def test_a_removed_item_stays_in_the_record_and_its_activity_is_cancelled(regulator, item):
    actions.remove_item(actor=regulator, item=item, reason="Thiếu kinh phí")

    item.refresh_from_db()
    activity = Activity.objects.get()
    assert item.dropped
    assert (activity.status, activity.reason) == (ActivityStatus.CANCELLED, "Thiếu kinh phí")


def test_numbers_run_on(regulator, item):
    for month in (7, 8):
        actions.move_item(actor=regulator, item=item, starts_on=dt.date(2026, month, 7), reason="Dời")

    assert [row.number for row in PlanAmendment.objects.order_by("number")] == [1, 2]


def test_a_rivals_target_leaves_neither_figure_nor_gap(regulator, vnpt, viettel, item, plan):
    actions.set_target(
        actor=regulator, item=item, label="Suất quà", unit="suất", value=Decimal(50), party=vnpt.party, reason="Bổ sung"
    )
    actions.move_item(actor=regulator, item=item, starts_on=JULY, reason="Dời")

    seen = {
        name: [row.amendment.number for row in queries.amendments(actor=member, plan=plan)]
        for name, member in {"lead": regulator, "vnpt": vnpt, "viettel": viettel}.items()
    }
    assert seen == {"lead": [1, 1], "vnpt": [1, 1], "viettel": [1]}
    assert not Notice.objects.filter(user=viettel.user_id, text__contains="Bổ sung").exists()


def test_differences_are_in_words(regulator, item, plan):
    actions.move_item(actor=regulator, item=item, starts_on=JULY, reason="Dời")

    (row,) = queries.amendments(actor=regulator, plan=plan)

    assert [(one.label, one.before, one.after) for one in row.differences] == [
        ("Từ ngày", "15/06/2026", "07/07/2026"),
        ("Đến ngày", "15/06/2026", "07/07/2026"),
    ]
