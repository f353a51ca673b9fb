"""add_item, edit_item, move_item, remove_item in a draft."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.programme.actions import plan as actions
from phoihop.programme.models import PlanItem, PlanStatus
from phoihop.testing.factories import PartyFactory, PlanFactory, PlanItemFactory, ProgrammeFactory

DAY = dt.date(2026, 3, 10)


@pytest.fixture
def plan(programme):
    return PlanFactory(programme=programme, status=PlanStatus.DRAFT)


def test_item_is_added(regulator, vnpt, plan):
    item = actions.add_item(
        actor=regulator, plan=plan, title="Tọa đàm", starts_on=DAY, ends_on=DAY, participants=[vnpt.party]
    )

    assert (item.owner, list(item.participants.all())) == (regulator.party, [vnpt.party])
    assert AuditEntry.objects.get(event="programme.plan_item.added").after["participants"] == ["VNPT"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"starts_on": dt.date(2025, 3, 1)}, "starts_on"),
        ({"ends_on": dt.date(2027, 1, 1)}, "ends_on"),
        ({"ends_on": dt.date(2026, 3, 9)}, "ends_on"),
        ({"kind": "khong-co"}, "kind"),
    ],
)
def test_what_does_not_fit_is_refused(regulator, plan, values, field):
    with pytest.raises(Refused) as refusal:
        actions.add_item(actor=regulator, plan=plan, **{"title": "X", "starts_on": DAY, "ends_on": DAY, **values})

    assert refusal.value.field == field
    assert not plan.items.exists()


def test_a_stranger_takes_no_part(regulator, plan):
    with pytest.raises(Refused) as refusal:
        actions.add_item(
            actor=regulator, plan=plan, title="X", starts_on=DAY, ends_on=DAY, participants=[PartyFactory()]
        )

    assert refusal.value.field == "participants"


def test_moving_keeps_the_length(regulator, plan):
    item = PlanItemFactory(plan=plan, starts_on=DAY, ends_on=DAY + dt.timedelta(days=2))

    moved = actions.move_item(actor=regulator, item=item, starts_on=dt.date(2026, 4, 1))

    assert (moved.starts_on, moved.ends_on) == (dt.date(2026, 4, 1), dt.date(2026, 4, 3))


def test_change_is_recorded_before_and_after(regulator, plan):
    item = PlanItemFactory(plan=plan, title="Cũ", starts_on=DAY, ends_on=DAY)

    actions.edit_item(actor=regulator, item=item, title="Mới")

    entry = AuditEntry.objects.get(event="programme.plan_item.changed")
    assert (entry.before, entry.after) == ({"title": "Cũ"}, {"title": "Mới"})


def test_saving_without_a_change_records_nothing(regulator, plan):
    item = PlanItemFactory(plan=plan, starts_on=DAY, ends_on=DAY)

    actions.edit_item(actor=regulator, item=item, title=item.title)

    assert not AuditEntry.objects.filter(event="programme.plan_item.changed").exists()


def test_item_of_a_draft_is_removed_for_good(regulator, plan):
    item = PlanItemFactory(plan=plan)

    actions.remove_item(actor=regulator, item=item)

    assert not PlanItem.objects.filter(pk=item.pk).exists()


def test_plan_with_the_parties_is_not_changed(regulator, programme):
    plan = PlanFactory(programme=programme, status=PlanStatus.PROPOSED)

    with pytest.raises(actions.PlanClosed):
        actions.add_item(actor=regulator, plan=plan, title="X", starts_on=DAY, ends_on=DAY)


def test_another_regulator_writes_nothing_here(regulator):
    plan = PlanFactory(programme=ProgrammeFactory(), status=PlanStatus.DRAFT)

    with pytest.raises(NotAllowed):
        actions.add_item(actor=regulator, plan=plan, title="X", starts_on=DAY, ends_on=DAY)
