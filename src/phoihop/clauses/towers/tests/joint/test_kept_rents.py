"""Rents that all agreed to stay in every later plan of the round, whatever the owner says of the mast afterwards."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from phoihop.clauses.towers.actions.joint import agreement
from phoihop.clauses.towers.actions.registry import vetoes
from phoihop.clauses.towers.joint import hooks
from phoihop.clauses.towers.models import JointProposal, Mast, SlotBand
from phoihop.clauses.towers.tests.joint.conftest import AFTER
from phoihop.clauses.towers.tests.joint.masts import put_mast

NEXT = AFTER + dt.timedelta(hours=2)


@pytest.fixture
def mast(vnpt, regulator):
    """A mast of VNPT's with places for two."""
    mast = put_mast(vnpt.party, regulator.party)
    SlotBand.objects.create(mast=mast, from_m=24, to_m=36, slots=2)
    return mast


@pytest.fixture
def rent(mast, file, viettel, accept, publish, vnpt, plan):
    """Viettel rents on it: agreed."""
    file(viettel, height_m=24.0, wind_m2=1.5)
    (proposal,) = publish()
    accept(vnpt, proposal)
    return accept(viettel, proposal)


@pytest.fixture
def signed(rent, regulator, later, vnpt, viettel):
    """It is signed."""
    for member in (vnpt, viettel):
        member.party.signers.create(name="Người ký", position="Giám đốc", valid_from=dt.date(2020, 1, 1))
    round_ = agreement.draw_agreement(actor=later(regulator), proposal=rent)
    hooks.HOOK.complete(later(regulator), round_)
    return JointProposal.objects.get(pk=rent.pk)


def _close(vnpt, mast, later):
    vetoes.state_veto(actor=later(vnpt), mast=mast, reason="chiu-luc", text="Hết khả năng chịu lực")


def _withdraw(vnpt, mast, later):
    Mast.objects.filter(pk=mast.pk).update(offered_for_sharing=False)


def _weaken(vnpt, mast, later):
    Mast.objects.filter(pk=mast.pk).update(wind_area_limit_m2=Decimal(1))


@pytest.mark.parametrize("click", [_close, _withdraw, _weaken])
@pytest.mark.parametrize("state", ["rent", "signed"])
def test_one_click_of_the_owner_does_not_stop_the_next_plan(state, click, request, mast, vnpt, run, later):
    request.getfixturevalue(state)
    click(vnpt, mast, later)

    scenario = run(NEXT)

    assert scenario.status == "done", scenario.summary
    assert (scenario.summary["rent"], scenario.summary["none"]) == (1, 0)


@pytest.fixture
def two(mast, file, viettel, post, publish, plan):
    """Viettel's and the post's proposals on the mast."""
    needs = [file(viettel, height_m=24.0), file(post, north_m=50, height_m=24.0)]
    proposals = publish()
    return [JointProposal.objects.get(pk__in=[one.pk for one in proposals], parts__need=need) for need in needs]


def test_two_rents_on_one_closed_mast_both_stay(two, mast, viettel, post, vnpt, accept, run, later):
    for proposal, tenant in zip(two, (viettel, post), strict=True):
        accept(vnpt, proposal)
        accept(tenant, proposal)
    _close(vnpt, mast, later)

    scenario = run(NEXT)

    assert scenario.status == "done", scenario.summary
    assert (scenario.summary["rent"], scenario.summary["none"]) == (2, 0)
