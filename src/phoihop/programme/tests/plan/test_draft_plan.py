"""draft_plan and carry_unfinished."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phoihop.base.errors import NotAllowed
from phoihop.programme.actions import plan as actions
from phoihop.programme.models import ActivityStatus, MemorandumStatus, PlanStatus
from phoihop.testing.factories import (
    NOON,
    ActivityFactory,
    ClauseFactory,
    MemorandumFactory,
    PlanFactory,
    PlanItemFactory,
)

NOVEMBER = dt.date(2026, 11, 5)


@pytest.fixture
def memorandum(programme):
    return MemorandumFactory(programme=programme, starts_on=dt.date(2026, 1, 1), ends_on=dt.date(2027, 12, 31))


def test_items_come_from_the_clauses(regulator, vnpt, viettel, post, programme, memorandum):
    ClauseFactory(memorandum=memorandum, heading="Giao ban", cadence="half_yearly")

    plan = actions.draft_plan(actor=regulator, programme=programme, year=2027)

    first, second = plan.items.order_by("starts_on")
    assert [first.title, second.title] == ["Giao ban – 6 tháng đầu năm", "Giao ban – 6 tháng cuối năm"]
    assert (plan.status, first.owner) == (PlanStatus.DRAFT, regulator.party)
    assert set(first.participants.all()) == {vnpt.party, viettel.party, post.party}


def test_without_a_memorandum_in_force_there_is_nothing_to_draft_from(regulator, programme):
    MemorandumFactory(programme=programme, status=MemorandumStatus.SIGNING)

    with pytest.raises(actions.NoMemorandum):
        actions.draft_plan(actor=regulator, programme=programme, year=2026)


def test_a_year_is_drafted_once(regulator, programme, memorandum):
    actions.draft_plan(actor=regulator, programme=programme, year=2027)

    with pytest.raises(actions.PlanExists):
        actions.draft_plan(actor=regulator, programme=programme, year=2027)


def test_a_year_has_one_plan_whatever_the_memorandum(regulator, programme, memorandum):
    earlier = MemorandumFactory(programme=programme, status=MemorandumStatus.SIGNING)
    PlanFactory(programme=programme, memorandum=earlier, year=2027)

    with pytest.raises(actions.PlanExists):
        actions.draft_plan(actor=regulator, programme=programme, year=2027)


def test_the_programme_is_held_before_the_year_is_looked_up(regulator, programme, memorandum):
    with CaptureQueriesContext(connection) as asked:
        actions.draft_plan(actor=regulator, programme=programme, year=2027)

    asked_of = [query["sql"] for query in asked if not query["sql"].startswith("SAVEPOINT")]
    looked = next(n for n, sql in enumerate(asked_of) if "LIMIT 1" in sql and '"programme_plan"."year"' in sql)
    assert 'FROM "programme_programme"' in asked_of[looked - 1]
    assert "FOR UPDATE" in asked_of[looked - 1] or not connection.features.has_select_for_update


def test_an_enterprise_does_not_write_the_plan(vnpt, programme, memorandum):
    with pytest.raises(NotAllowed):
        actions.draft_plan(actor=vnpt, programme=programme, year=2027)


def last_year(programme, memorandum, **activity):
    plan = PlanFactory(programme=programme, memorandum=memorandum, year=2026, frozen_at=NOON)
    item = PlanItemFactory(plan=plan, title="Xây nhà tình nghĩa", owner=programme.lead)
    ActivityFactory(programme=programme, item=item, **activity)
    return item


def test_unfinished_business_is_carried_and_marked(regulator, vnpt, programme, memorandum):
    old = last_year(programme, memorandum, status=ActivityStatus.OPEN)
    old.participants.set([vnpt.party])
    old.targets.create(party=vnpt.party, label="Nhà", unit="căn", value=1)

    plan = actions.draft_plan(actor=regulator.on(NOVEMBER), programme=programme, year=2027)

    item = plan.items.get()
    assert (item.carried_from, item.title) == (old, "Xây nhà tình nghĩa")
    assert list(item.participants.all()) == [vnpt.party]
    assert item.targets.get().party == vnpt.party


@pytest.mark.parametrize("status", [ActivityStatus.CLOSED, ActivityStatus.CANCELLED])
def test_what_is_finished_is_not_carried(regulator, programme, memorandum, status):
    last_year(programme, memorandum, status=status, closed_at=NOON, reason="Đủ")

    plan = actions.draft_plan(actor=regulator.on(NOVEMBER), programme=programme, year=2027)

    assert not plan.items.exists()


def test_what_is_still_to_come_is_not_carried(regulator, programme, memorandum):
    december = NOON.replace(month=12)
    last_year(programme, memorandum, status=ActivityStatus.OPEN, starts_at=december, ends_at=december)

    plan = actions.draft_plan(actor=regulator.on(NOVEMBER), programme=programme, year=2027)

    assert not plan.items.exists()


def test_later_unfinished_business_is_carried_once(regulator, programme, memorandum):
    plan = actions.draft_plan(actor=regulator.on(NOVEMBER), programme=programme, year=2027)
    last_year(programme, memorandum, status=ActivityStatus.POSTPONED, reason="Bão")

    counts = [actions.carry_unfinished(actor=regulator.on(NOVEMBER), plan=plan) for _ in range(2)]

    assert counts == [1, 0]


def test_carried_item_moves_to_the_renewed_clause(regulator, programme, memorandum):
    old_clause = ClauseFactory(
        memorandum=MemorandumFactory(programme=programme, starts_on=dt.date(2025, 1, 1), ends_on=dt.date(2025, 12, 31))
    )
    renewed = ClauseFactory(memorandum=memorandum, renewed_from=old_clause, cadence="ad_hoc")
    old = last_year(programme, memorandum, status=ActivityStatus.OPEN)
    type(old).objects.filter(pk=old.pk).update(clause=old_clause)

    plan = actions.draft_plan(actor=regulator.on(NOVEMBER), programme=programme, year=2027)

    assert plan.items.get().clause == renewed
