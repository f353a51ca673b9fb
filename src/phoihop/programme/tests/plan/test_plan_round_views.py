"""The buttons and forms of the round of agreement."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from phoihop.programme.models import Activity, Plan, PlanAgreement, PlanStatus
from phoihop.testing.factories import PlanFactory


def address(name, plan):
    return reverse(f"programme:{name}", args=[plan.pk])


def state(plan):
    plan.refresh_from_db()
    return plan.status


def test_plan_is_proposed(regulator, client_of, draft_plan):
    soon = timezone.localdate() + dt.timedelta(days=10)

    client_of(regulator).post(address("plan_propose", draft_plan), {"agree_by": soon.strftime("%d/%m/%Y")})

    assert (state(draft_plan), draft_plan.agree_by) == (PlanStatus.PROPOSED, soon)


def test_past_day_is_refused_at_its_field(regulator, client_of, draft_plan):
    answer = client_of(regulator).post(address("plan_propose", draft_plan), {"agree_by": "01/01/2020"})

    assert answer.status_code == 422
    assert "agree_by" in answer.context["propose_form"].errors


def test_all_parties_agree_and_the_plan_freezes(vnpt, viettel, post, client_of, proposed_plan):
    for party in (vnpt, viettel, post):
        answer = client_of(party).post(
            address("plan_answer", proposed_plan), {"party": str(party.party.pk), "agrees": "yes", "note": ""}
        )
        assert answer.status_code == 302

    assert state(proposed_plan) == PlanStatus.FROZEN
    assert Activity.objects.count() == 1


def test_change_without_words_is_refused(vnpt, client_of, proposed_plan):
    answer = client_of(vnpt).post(
        address("plan_answer", proposed_plan), {"party": str(vnpt.party.pk), "agrees": "no", "note": ""}
    )

    assert answer.status_code == 422
    assert "note" in answer.context["answer_form"].errors


def test_answering_for_a_rival_is_no_choice(vnpt, viettel, client_of, proposed_plan):
    answer = client_of(viettel).post(
        address("plan_answer", proposed_plan), {"party": str(vnpt.party.pk), "agrees": "yes", "note": ""}
    )

    assert answer.status_code == 422
    assert not PlanAgreement.objects.exists()


def test_plan_is_withdrawn(regulator, client_of, proposed_plan):
    client_of(regulator).post(address("plan_withdraw", proposed_plan))

    assert state(proposed_plan) == PlanStatus.DRAFT


def test_draft_is_thrown_away_but_not_what_parties_have_seen(regulator, client_of, draft_plan, programme):
    seen = PlanFactory(programme=programme, year=2027, status=PlanStatus.PROPOSED)

    for plan in (draft_plan, seen):
        client_of(regulator).post(address("plan_discard", plan))

    assert list(Plan.objects.all()) == [seen]


def test_freezing_too_early_is_explained(regulator, client_of, proposed_plan):
    answer = client_of(regulator).post(address("plan_freeze", proposed_plan), follow=True)

    assert state(proposed_plan) == PlanStatus.PROPOSED
    assert "chưa thống nhất" in answer.content.decode()


def test_reminding_says_how_many(regulator, client_of, proposed_plan):
    answer = client_of(regulator).post(address("plan_remind", proposed_plan), follow=True)

    assert "Đã nhắc 3 người." in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["plan_propose", "plan_withdraw", "plan_freeze", "plan_remind", "plan_carry", "plan_discard"]
)
def test_enterprise_presses_none_of_them(vnpt, client_of, proposed_plan, name):
    assert client_of(vnpt).post(address(name, proposed_plan)).status_code == 403


def test_amendments_have_a_page(vnpt, client_of, frozen_plan):
    assert client_of(vnpt).get(address("plan_amendments", frozen_plan)).status_code == 200


def test_paper_button_draws_the_paper(regulator, client_of, frozen_plan):
    answer = client_of(regulator).post(address("plan_paper", frozen_plan))

    frozen_plan.refresh_from_db()
    assert answer.url == reverse("papers:paper_detail", args=[frozen_plan.paper_id])
