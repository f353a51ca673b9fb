"""Until all agreed, a part of the cost gives away nothing of the rival's need that it was divided by."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse

from phoihop.clauses.towers.joint.coarse_money import about
from phoihop.clauses.towers.models import JointProposal, SplitMethod
from phoihop.clauses.towers.queries.joint import proposals as queries
from phoihop.clauses.towers.queries.joint.settled import site_of
from phoihop.clauses.towers.tests.joint.conftest import AFTER

OWN_M, TOTAL_VND = 27, 1_187_000_000


@pytest.fixture
def shared(publish, file, vnpt, viettel, plan):
    file(vnpt)
    file(viettel, north_m=200, height_m=33.0)
    publish()
    return JointProposal.objects.get()


def _seen(member, later):
    return queries.seen(actor=later(member), proposal=JointProposal.objects.get())


@pytest.mark.parametrize("rival_m", [21, 24, 27, 30, 33, 36, 42])
def test_the_range_of_a_part_by_height_leaves_the_rivals_antenna_open_by_five_metres(rival_m):
    part = TOTAL_VND * OWN_M // (OWN_M + rival_m)

    low, high = about(part, TOTAL_VND)

    assert low <= part <= high
    least, most = (OWN_M * (TOTAL_VND - end) / end for end in (high, low))
    assert least <= rival_m + 0.01
    assert most - least > 5


@pytest.mark.parametrize("other_m", [26, 28])
def test_heights_near_each_other_give_the_same_range(other_m):
    ranges = {about(TOTAL_VND * OWN_M // (OWN_M + rival), TOTAL_VND) for rival in (OWN_M, other_m)}

    assert len(ranges) == 1


@pytest.mark.parametrize("method", [one for one in SplitMethod.values if one != SplitMethod.EQUAL])
def test_no_page_tells_a_part_that_depends_on_the_rival(shared, later, client_of, vnpt, method):
    site, part = site_of(shared), shared.parts.get(party=vnpt.party)
    exact = site.shares(method)[str(part.need_id)]
    shared.parts.filter(pk=part.pk).update(share_vnd=exact)
    JointProposal.objects.update(split_method=method)
    type(part.need).objects.filter(pk=part.need_id).update(outcome_vnd=exact)

    seen = _seen(vnpt, later)

    assert list(seen.splits_vnd.values()) == [site.shares("equal")[str(part.need_id)]]
    assert not seen.exact_share
    low, high = seen.share_range
    assert high - low >= shared.cost_vnd // 10
    for name, pk in (("proposal", shared.pk), ("need", part.need_id), ("joint_round", shared.round_id)):
        with time_machine.travel(AFTER):
            answer = client_of(vnpt).get(reverse(f"towers:{name}", args=[pk]))
        assert answer.status_code == 200
        for told in (exact, seen.saves_vnd):
            if told not in (site.shares("equal")[str(part.need_id)], part.alone_vnd):
                assert f"{told:,}".replace(",", ".") not in answer.content.decode()


def test_changing_the_way_to_split_tells_nothing_more(shared, later, vnpt, viettel):
    told = {vnpt: set(), viettel: set()}
    for method in SplitMethod.values:
        JointProposal.objects.update(split_method=method)
        for member, ranges in told.items():
            seen = _seen(member, later)
            if not seen.exact_share:
                ranges.add(seen.share_range)

    for member, ranges in told.items():
        ((low, high),) = ranges
        shares = {way: split[str(_seen(member, later).mine.need_id)] for way, split in site_of(shared).splits.items()}
        assert all(low <= shares[way] <= high for way in shares if way != "equal")


def test_once_all_agreed_every_way_to_split_is_told(shared, later, accept, vnpt, viettel):
    JointProposal.objects.update(split_method=SplitMethod.HEIGHT)
    shared.refresh_from_db()
    accept(vnpt, shared)
    assert not _seen(viettel, later).exact_share
    accept(viettel, shared)

    seen = _seen(vnpt, later)

    assert seen.exact_share
    assert seen.splits_vnd == {
        method: shares[str(seen.mine.need_id)] for method, shares in site_of(shared).splits.items()
    }
