"""A restricted item and its activity: the lead and the participants know of it, the others of nothing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from phoihop.base.errors import NotVisible
from phoihop.notices.models import Notice
from phoihop.programme.actions import plan as actions
from phoihop.programme.actions import report as reports
from phoihop.programme.happenings import activity_happenings
from phoihop.programme.models import Activity, PlanAmendment, ReportPeriod
from phoihop.programme.queries import activity as activity_queries
from phoihop.programme.queries import plan as plan_queries
from phoihop.testing.cast import DAY
from phoihop.testing.factories import PlanFactory, PlanItemFactory

TITLE = "Cùng xây dựng cột số 1"


@pytest.fixture
def plan(programme):
    return PlanFactory(programme=programme)


@pytest.fixture
def item(regulator, vnpt, viettel, plan):
    """VNPT and Viettel build something together; the post office is the third party."""
    return actions.add_item(
        actor=regulator, plan=plan, title=TITLE, starts_on=DAY, ends_on=DAY + dt.timedelta(days=30),
        participants=[vnpt.party, viettel.party], reason="Hai bên đã thống nhất", restricted=True,
    )  # fmt: skip


def test_the_participants_and_the_lead_see_it(item, plan, regulator, vnpt, viettel):
    for one in (regulator, vnpt, viettel):
        assert [row.item.title for row in plan_queries.plan_picture(actor=one, plan=plan).rows] == [TITLE]
        assert activity_queries.activities(actor=one).get().restricted
        assert [event.title for event in activity_happenings(one, None)] == [TITLE]


def test_a_third_party_sees_neither_item_nor_activity_nor_event(item, plan, post):
    assert plan_queries.plan_picture(actor=post, plan=plan).rows == ()
    assert not activity_queries.activities(actor=post).exists()
    assert activity_happenings(post, None) == []
    with pytest.raises(NotVisible):
        plan_queries.visible_item(actor=post, pk=item.pk)
    with pytest.raises(NotVisible):
        activity_queries.visible_activity(actor=post, pk=Activity.objects.get().pk)


def test_no_amendment_and_no_notice_tell_of_it(item, plan, regulator, post):
    actions.edit_item(actor=regulator, item=item, note="Đổi ghi chú", reason="Bổ sung")

    assert not PlanAmendment.objects.exists()
    assert not Notice.objects.filter(user=post.user).exists()
    PlanItemFactory(plan=plan)
    assert plan_queries.amendments(actor=post, plan=plan) == []


def test_the_shared_part_of_the_report_leaves_it_out(item, plan, regulator, vnpt, viettel):
    activity = Activity.objects.get()
    Activity.objects.filter(pk=activity.pk).update(status="held")
    activity.outcomes.create(party=None, label="Cột xây chung", unit="cột", value=Decimal(1))
    activity.outcomes.create(party=vnpt.party, label="Tiết kiệm", unit="triệu đồng", value=Decimal(300))

    report = reports.gather_report(actor=regulator, plan=plan, period=ReportPeriod.YEAR)

    common, parts = report.content["common"], report.content["parties"]
    assert (common["activities"], common["figures"]) == ([], [])
    assert sum(line["planned"] for line in common["clauses"]) == 0
    assert [line["done"] for line in parts[str(vnpt.party.pk)]["figures"]] == ["300"]
    assert parts[str(viettel.party.pk)]["figures"] == []


def test_what_is_left_over_stays_restricted_in_the_next_plan(item, programme, director, regulator):
    later = PlanFactory(programme=programme, year=2027, status="draft", memorandum=item.plan.memorandum)
    type(item.plan).objects.filter(pk=item.plan.pk).update(frozen_at=regulator.at)

    actions.carry_unfinished(actor=regulator.on(dt.date(2026, 12, 20)), plan=later)

    assert later.items.get().restricted
