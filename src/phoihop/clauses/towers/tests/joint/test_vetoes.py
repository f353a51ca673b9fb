"""The planner respects what an owner stated beforehand."""

from __future__ import annotations

import pytest

from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.joint import publishing
from phoihop.clauses.towers.actions.registry import vetoes
from phoihop.clauses.towers.tests.joint.conftest import ANSWER_BY
from phoihop.clauses.towers.tests.joint.masts import put_mast


@pytest.fixture
def mast(vnpt, regulator):
    return put_mast(vnpt.party, regulator.party, north_m=50)


@pytest.fixture
def veto(vnpt, mast):
    return vetoes.state_veto(actor=vnpt, mast=mast, reason="chiu-luc", text="Hết khả năng chịu lực")


@pytest.mark.parametrize("honour_offers", [True, False])
def test_no_plan_rents_from_a_closed_mast(mast, veto, file, run, viettel, honour_offers):
    file(viettel, radius_m=1000)

    summary = run(honour_offers=honour_offers).summary

    assert (summary["rent"], summary["alone"]) == (0, 1)


def test_a_plan_rents_from_it_once_the_department_overrules(mast, veto, file, run, viettel, regulator, later):
    vetoes.review_veto(actor=later(regulator), veto=veto, upheld=False, review="Còn chịu được")
    file(viettel, radius_m=1000)

    assert run(honour_offers=False).summary["rent"] == 1


def test_a_plan_made_before_is_not_published(mast, file, run, viettel, vnpt, regulator, later):
    file(viettel, radius_m=1000)
    scenario = run(honour_offers=False)
    vetoes.state_veto(actor=later(vnpt), mast=mast, reason="chiu-luc", text="Hết khả năng chịu lực")

    with pytest.raises(Refused, match="không nhận thêm"):
        publishing.publish_scenario(
            actor=later(regulator), scenario=scenario, answer_by=ANSWER_BY,
            starts_on=ANSWER_BY.replace(month=9), ends_on=ANSWER_BY.replace(month=12),
        )  # fmt: skip
