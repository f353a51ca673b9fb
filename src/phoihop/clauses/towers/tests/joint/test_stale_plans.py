"""A plan is published only while what it was reckoned from still holds."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.joint import needs as need_actions
from phoihop.clauses.towers.actions.joint.publishing import publish_scenario
from phoihop.clauses.towers.models import JointProposal, Mast, MastState
from phoihop.clauses.towers.tests.joint.conftest import AFTER, ANSWER_BY
from phoihop.clauses.towers.tests.joint.masts import put_mast

NEXT_HOUR = AFTER + dt.timedelta(hours=1)


@pytest.fixture
def put_out(regulator, later):
    """Publish what was planned an hour ago."""

    def published(scenario):
        return publish_scenario(
            actor=later(regulator, NEXT_HOUR), scenario=scenario, answer_by=ANSWER_BY, starts_on=ANSWER_BY,
            ends_on=ANSWER_BY,
        )  # fmt: skip

    return published


def test_a_plan_older_than_a_changed_need_is_refused_until_it_is_run_again(
    run, put_out, file, regulator, later, vnpt, viettel
):
    need = file(vnpt)
    file(viettel, north_m=200)
    scenario = run()
    need_actions.revise_need(actor=later(regulator, NEXT_HOUR), need=need, height_m=30.0)

    with pytest.raises(Refused, match="Nhu cầu đã thay đổi"):
        put_out(scenario)

    assert not JointProposal.objects.exists()
    assert len(put_out(run(NEXT_HOUR))) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda masts: masts.update(state=MastState.REMOVED, removed_on=AFTER.date()), "Cột CU001 không còn sử dụng"),
        (lambda masts: masts.update(offered_for_sharing=False), "Cột CU001 không còn được chào dùng chung"),
        (lambda masts: [mast.tenancies.all().delete() and mast.delete() for mast in masts], "Cột tại 20.94000; 106.33"),
    ],
)
def test_a_plan_with_a_mast_that_is_not_to_be_had_any_more_is_refused(
    run, put_out, file, regulator, vnpt, viettel, change, words
):
    put_mast(viettel.party, regulator.party)
    file(vnpt, north_m=100)
    scenario = run()
    change(Mast.objects.all())

    with pytest.raises(Refused, match=words):
        put_out(scenario)

    assert not JointProposal.objects.exists()


def test_a_run_that_does_not_ask_for_offers_needs_none(run, put_out, file, regulator, vnpt, viettel):
    put_mast(viettel.party, regulator.party, offered=False)
    file(vnpt, north_m=100)

    assert len(put_out(run(honour_offers=False))) == 1
