"""Plans in each state, for the pages."""

from __future__ import annotations

import pytest

from phoihop.programme.models import PlanStatus
from phoihop.testing.factories import PlanFactory, PlanItemFactory


def _plan(programme, vnpt, **values):
    plan = PlanFactory(programme=programme, **values)
    PlanItemFactory(plan=plan, title="Hội thao", owner=programme.lead).participants.set([vnpt.party])
    return plan


@pytest.fixture
def draft_plan(programme, vnpt):
    return _plan(programme, vnpt, status=PlanStatus.DRAFT)


@pytest.fixture
def proposed_plan(programme, vnpt, regulator):
    return _plan(programme, vnpt, status=PlanStatus.PROPOSED, agree_by=regulator.today)


@pytest.fixture
def frozen_plan(programme, vnpt, regulator):
    return _plan(programme, vnpt, status=PlanStatus.FROZEN, frozen_at=regulator.at)
