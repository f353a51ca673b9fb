"""Table, calendar and Gantt of a plan."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.programme.actions import activity as activities
from phoihop.programme.models import PlanAgreement
from phoihop.testing.factories import PlanFactory, PlanItemFactory, ProgrammeFactory

VIEWS = ["plan_detail", "plan_calendar", "plan_gantt"]


def address(name, plan):
    return reverse(f"programme:{name}", args=[plan.pk])


def block(text: str, name: str):
    return json.loads(re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', text, re.DOTALL)[1])


@pytest.mark.parametrize("name", VIEWS)
def test_lead_sees_a_draft_and_a_party_does_not(regulator, vnpt, client_of, draft_plan, name):
    assert "Hội thao" in client_of(regulator).get(address(name, draft_plan)).content.decode()
    assert client_of(vnpt).get(address(name, draft_plan)).status_code == 404


@pytest.mark.parametrize("name", VIEWS)
def test_party_sees_a_frozen_plan_without_buttons(vnpt, client_of, frozen_plan, name):
    text = client_of(vnpt).get(address(name, frozen_plan)).content.decode()

    assert "Hội thao" in text
    assert "items/new" not in text
    assert "plan-items/" not in re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)


def test_clash_is_said_in_words_beside_the_item(regulator, client_of, draft_plan):
    draft_plan.items.update(starts_on=dt.date(2026, 6, 20), ends_on=dt.date(2026, 6, 20))

    text = client_of(regulator).get(address("plan_detail", draft_plan)).content.decode()

    assert "Rơi vào thứ Bảy 20/06" in text


def test_rivals_target_and_answer_stay_out_of_the_page(vnpt, viettel, client_of, proposed_plan):
    proposed_plan.items.get().targets.create(party=vnpt.party, label="Quà bí mật", unit="suất", value=77)
    PlanAgreement.objects.create(
        plan=proposed_plan, party=vnpt.party, agrees=False, note="Chúng tôi chưa đồng ý", answered_at=vnpt.at
    )

    own = client_of(vnpt).get(address("plan_detail", proposed_plan)).content.decode()
    rival = client_of(viettel).get(address("plan_detail", proposed_plan)).content.decode()

    assert "Quà bí mật" in own
    assert "Chúng tôi chưa đồng ý" in own
    assert "Quà bí mật" not in rival
    assert "Chúng tôi chưa đồng ý" not in rival


def test_calendar_counts_the_last_day_in(regulator, client_of, draft_plan):
    events = block(client_of(regulator).get(address("plan_calendar", draft_plan)).content.decode(), "plan-events")

    (event,) = [event for event in events if event["title"] == "Hội thao"]
    assert (event["start"], event["end"], event["allDay"]) == ("2026-06-15", "2026-06-16", True)


def test_bars_name_both_days(regulator, client_of, draft_plan):
    (task,) = block(client_of(regulator).get(address("plan_gantt", draft_plan)).content.decode(), "plan-tasks")

    assert (task["start"], task["end"], task["custom_class"]) == ("2026-06-15", "2026-06-15", "is-draft")


def test_frozen_item_leads_to_its_activity(regulator, vnpt, client_of, frozen_plan):
    activity = activities.create_activity(actor=regulator, item=frozen_plan.items.get())

    text = client_of(vnpt).get(address("plan_detail", frozen_plan)).content.decode()

    assert reverse("programme:activity_detail", args=[activity.pk]) in text


@pytest.mark.parametrize("name", VIEWS)
def test_queries_do_not_grow(regulator, vnpt, viettel, client_of, draft_plan, name):
    client = client_of(regulator)
    client.get(address(name, draft_plan))

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(address(name, draft_plan))
        return len(captured)

    few = count()
    for number in range(12):
        item = PlanItemFactory(plan=draft_plan, title=f"Việc {number}")
        item.participants.set([vnpt.party, viettel.party])
        item.targets.create(party=vnpt.party, label="Quà", unit="suất", value=number)

    assert count() == few


def test_strangers_find_nothing(regulator, client_of):
    plan = PlanFactory(programme=ProgrammeFactory())

    assert all(client_of(regulator).get(address(name, plan)).status_code == 404 for name in VIEWS)
