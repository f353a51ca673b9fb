"""draw_plan_paper: drawn, redrawn, replaced; without a party's own targets."""

from __future__ import annotations

import json

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.papers.models import Paper, PaperStatus
from phoihop.programme.actions import plan as actions
from phoihop.testing.factories import NOON, PlanFactory, PlanItemFactory


@pytest.fixture
def plan(programme, vnpt):
    plan = PlanFactory(programme=programme, frozen_at=NOON)
    item = PlanItemFactory(plan=plan, title="Trao quà Tết")
    item.participants.set([vnpt.party])
    item.targets.create(label="Quà", unit="suất", value=1500)
    item.targets.create(party=vnpt.party, label="Quà của riêng", unit="suất", value=77)
    return plan


def test_paper_belongs_to_the_plan_and_reaches_the_parties(regulator, vnpt, viettel, post, plan):
    paper = actions.draw_plan_paper(actor=regulator, plan=plan)

    plan.refresh_from_db()
    assert plan.paper == paper
    assert (paper.type, paper.party, paper.subject_id) == ("KH", regulator.party, plan.pk)
    assert set(paper.audience.all()) == {vnpt.party, viettel.party, post.party}


def test_a_partys_own_target_is_not_on_the_paper(regulator, plan):
    text = json.dumps(actions.draw_plan_paper(actor=regulator, plan=plan).description, ensure_ascii=False)

    assert "Quà: 1.500 suất" in text
    assert "Quà của riêng" not in text


def test_a_draft_is_redrawn(regulator, plan):
    first = actions.draw_plan_paper(actor=regulator, plan=plan)

    assert actions.draw_plan_paper(actor=regulator, plan=plan).pk == first.pk


def test_a_paper_at_signature_is_left_alone(regulator, plan):
    paper = actions.draw_plan_paper(actor=regulator, plan=plan)
    Paper.objects.filter(pk=paper.pk).update(status=PaperStatus.FINAL)
    plan.refresh_from_db()

    with pytest.raises(Refused):
        actions.draw_plan_paper(actor=regulator, plan=plan)


def test_an_issued_paper_is_replaced(regulator, plan):
    old = actions.draw_plan_paper(actor=regulator, plan=plan)
    Paper.objects.filter(pk=old.pk).update(status=PaperStatus.ISSUED, number=5, year=2026, issued_on=NOON.date())
    plan.refresh_from_db()

    new = actions.draw_plan_paper(actor=regulator, plan=plan)

    assert new.replaces == old


def test_an_enterprise_draws_no_plan(vnpt, plan):
    with pytest.raises(NotAllowed):
        actions.draw_plan_paper(actor=vnpt, plan=plan)
