"""Rents that all agreed to stay in every later plan of the round, whatever the owner says of the mast afterwards."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from phoihop.base.errors import Refused
from phoihop.clauses.towers import jobs as towers_jobs
from phoihop.clauses.towers.actions.joint import agreement
from phoihop.clauses.towers.actions.joint.calling_off import call_off
from phoihop.clauses.towers.actions.registry import masts, sites, tenancies, vetoes
from phoihop.clauses.towers.joint import hooks
from phoihop.clauses.towers.models import JointProposal, Mast, SlotBand
from phoihop.clauses.towers.tests.joint.conftest import AFTER
from phoihop.clauses.towers.tests.joint.masts import put_mast
from phoihop.cores.towerplan.errors import BadInput

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


def test_a_kept_rent_opens_the_closed_mast_to_nobody_else(two, mast, viettel, vnpt, accept, run, later):
    for member in (vnpt, viettel):
        accept(member, two[0])
    _close(vnpt, mast, later)

    scenario = run(NEXT)

    assert scenario.status == "done", scenario.summary
    assert scenario.summary["rent"] == 1


def test_the_owner_does_not_take_away_what_an_unsigned_rent_needs(rent, mast, vnpt, later):
    owner = later(vnpt)

    with pytest.raises(masts.StillUsed, match=rent.code):
        masts.take_down(actor=owner, mast=mast, removed_on=owner.today)
    with pytest.raises(masts.StillUsed, match=rent.code):
        masts.delete_mast(actor=owner, mast=mast)
    with pytest.raises(tenancies.Agreed, match=rent.code):
        masts.edit_mast(actor=owner, mast=mast, height_m=Decimal(20))
    with pytest.raises(tenancies.Agreed, match=rent.code):
        sites.edit_site(actor=owner, site=mast.site, latitude=20.99)

    mast.refresh_from_db()
    assert (mast.state, mast.height_m) == ("in_use", 42)


def test_it_does_once_the_rent_is_called_off(rent, mast, vnpt, later):
    owner = later(vnpt)
    call_off(actor=owner, proposal=rent, party=vnpt.party, reason="Cột phải tháo dỡ")

    masts.take_down(actor=owner, mast=mast, removed_on=owner.today)

    assert Mast.objects.get().state == "removed"


def test_a_rent_whose_mast_is_gone_does_not_stop_the_next_plan(rent, mast, run):
    Mast.objects.filter(pk=mast.pk).update(state="removed", removed_on=AFTER.date())

    assert run(NEXT).status == "done"


@pytest.mark.parametrize(("state", "rents"), [("planned", 0), ("in_use", 1)])
def test_nobody_rents_on_a_mast_that_is_still_to_be_built(
    mast, file, viettel, vnpt, regulator, publish, plan, run, state, rents
):
    file(viettel)
    publish()
    other = put_mast(vnpt.party, regulator.party, north_m=10)
    Mast.objects.filter(pk=other.pk).update(state=state)
    JointProposal.objects.update(status="replaced", mast=other)
    Mast.objects.filter(pk=mast.pk).update(state="removed", removed_on=AFTER.date())

    assert run(NEXT).summary["rent"] == rents


@pytest.mark.parametrize("problem", ["fixed.mast.unknown", "fixed.no_room"])
def test_what_cannot_be_kept_is_said_with_what_to_do(file, vnpt, run, monkeypatch, problem):
    def fail(*_args):
        raise BadInput(problem, [0])

    monkeypatch.setattr(towers_jobs, "solve", fail)
    file(vnpt)

    with pytest.raises(Refused, match=r"Hãy .*hủy đề xuất .* rồi tính lại"):
        run()
