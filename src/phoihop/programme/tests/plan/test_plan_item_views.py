"""Forms of an item, the move by drag, removal, targets."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from phoihop.programme.models import PlanAmendment, PlanItem, PlanTarget
from phoihop.testing.factories import PlanFactory, PlanItemFactory

JSON = {"HTTP_ACCEPT": "application/json"}


def address(name, row):
    return reverse(f"programme:{name}", args=[row.pk])


def typed(plan, **values):
    return {
        "title": "Tọa đàm", "starts_on": "2026-03-10", "ends_on": "", "clause": "", "kind": "plain", "day_code": "",
        "place": "", "owner": str(plan.programme.lead_id), "participants": [], "note": "", **values,
    }  # fmt: skip


def test_item_is_added_on_one_day(regulator, client_of, draft_plan):
    client_of(regulator).post(address("plan_item_new", draft_plan), typed(draft_plan))

    item = draft_plan.items.get(title="Tọa đàm")
    assert item.starts_on == item.ends_on == dt.date(2026, 3, 10)


def test_form_opens_on_the_day_that_was_clicked(regulator, client_of, draft_plan):
    text = client_of(regulator).get(address("plan_item_new", draft_plan), {"date": "2026-09-09"}).content.decode()

    assert 'value="2026-09-09"' in text


def test_refusal_stands_at_its_field(regulator, client_of, draft_plan):
    answer = client_of(regulator).post(address("plan_item_new", draft_plan), typed(draft_plan, starts_on="2025-01-01"))

    assert answer.status_code == 422
    assert "starts_on" in answer.context["form"].errors


def test_frozen_plan_asks_for_a_reason(regulator, client_of, frozen_plan):
    item = frozen_plan.items.get()
    client = client_of(regulator)

    silent = client.post(address("plan_item_edit", item), typed(frozen_plan, title="Hội thao ngành"))
    assert "reason" in silent.context["form"].errors

    client.post(address("plan_item_edit", item), typed(frozen_plan, title="Hội thao ngành", reason="Mở rộng"))
    assert PlanAmendment.objects.get().reason == "Mở rộng"


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({"start": "2026-07-01", "end": "2026-07-03", "all_day": "1"}, dt.date(2026, 7, 2)),  # calendar: exclusive
        ({"start": "2026-07-01", "end": "2026-07-01", "all_day": "1"}, dt.date(2026, 7, 1)),
        ({"start": "2026-07-01", "end": "2026-07-03"}, dt.date(2026, 7, 3)),  # bars: inclusive
        ({"start": "01/07/2026"}, dt.date(2026, 7, 1)),  # typed
    ],
)
def test_item_is_moved(regulator, client_of, draft_plan, fields, last):
    item = draft_plan.items.get()

    answer = client_of(regulator).post(address("plan_item_move", item), fields, **JSON)

    item.refresh_from_db()
    assert (answer.status_code, item.starts_on, item.ends_on) == (200, dt.date(2026, 7, 1), last)


@pytest.mark.parametrize("start", ["", "hôm qua", "2027-07-01"])
def test_refused_move_says_why(regulator, client_of, draft_plan, start):
    answer = client_of(regulator).post(address("plan_item_move", draft_plan.items.get()), {"start": start}, **JSON)

    assert answer.status_code == 422
    assert answer.json()["error"]


def test_item_is_removed_after_asking(regulator, client_of, draft_plan):
    item = draft_plan.items.get()
    client = client_of(regulator)

    assert client.get(address("plan_item_remove", item)).status_code == 200
    assert PlanItem.objects.filter(pk=item.pk).exists()

    client.post(address("plan_item_remove", item))
    assert not PlanItem.objects.filter(pk=item.pk).exists()


def test_target_is_set_and_removed(regulator, vnpt, client_of, draft_plan):
    client, item = client_of(regulator), draft_plan.items.get()

    client.post(
        address("plan_target_new", item),
        {"label": "Quà", "value": "1.500,5", "unit": "suất", "party": str(vnpt.party.pk)},
    )
    target = PlanTarget.objects.get()
    assert (target.value, target.party) == (1500.5, vnpt.party)

    client.post(address("plan_target_remove", target))
    assert not PlanTarget.objects.exists()


def test_the_reason_of_a_removed_target_is_cleaned(regulator, client_of, frozen_plan):
    target = PlanTarget.objects.create(item=frozen_plan.items.get(), label="Quà", unit="suất", value=5)
    client = client_of(regulator)

    client.post(address("plan_target_remove", target))
    assert PlanTarget.objects.filter(pk=target.pk).exists()

    client.post(address("plan_target_remove", target), {"reason": "Hết\x00 kinh phí\r\n"})
    assert not PlanTarget.objects.filter(pk=target.pk).exists()
    assert frozen_plan.amendments.get().reason == "Hết kinh phí"


def test_another_leads_items_do_not_exist(regulator, client_of):
    item = PlanItemFactory(plan=PlanFactory())

    for name in ("plan_item_edit", "plan_item_move", "plan_item_remove", "plan_target_new"):
        assert client_of(regulator).post(address(name, item)).status_code == 404


def test_enterprise_moves_nothing(vnpt, client_of, frozen_plan):
    item = frozen_plan.items.get()

    assert client_of(vnpt).post(address("plan_item_move", item), {"start": "2026-07-01"}, **JSON).status_code == 403
