"""Whether sharing is compulsory: said at once, coarsely, and not often enough to draw a map of rivals' masts."""

from __future__ import annotations

import h3
import pytest

from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.actions.joint import needs as actions
from phoihop.clauses.towers.actions.joint.hints import RESOLUTION, HintCode
from phoihop.clauses.towers.models import JointRound, ShareHint
from phoihop.clauses.towers.queries.joint import needs as queries
from phoihop.clauses.towers.tests.joint.conftest import place
from phoihop.clauses.towers.tests.joint.masts import put_mast


@pytest.fixture
def ask(round_):
    """The answer to a need: ``ask(vnpt, north_m=100)``."""

    def asked(member, **values):
        return actions.file_need(actor=member, round_=round_, party=member.party, facts=place(**values))[1]

    return asked


def test_near_a_rivals_mast_sharing_is_compulsory(ask, regulator, vnpt, viettel):
    put_mast(viettel.party, regulator.party)

    assert ask(vnpt, north_m=350) is HintCode.NEAR


def test_near_ones_own_mast_the_answer_is_exact(ask, regulator, vnpt):
    put_mast(vnpt.party, regulator.party)

    assert (ask(vnpt, north_m=390), ask(vnpt, north_m=1500)) == (HintCode.OWN, HintCode.CLEAR)


def test_far_from_every_mast_a_new_one_may_stand(ask, regulator, vnpt, viettel):
    put_mast(viettel.party, regulator.party)

    assert ask(vnpt, north_m=1500) is HintCode.CLEAR


def test_clear_is_never_said_where_the_rule_forbids(ask, regulator, vnpt, viettel):
    put_mast(viettel.party, regulator.party)

    answers = {ask(vnpt, north_m=m, east_m=e) for m, e in ((399, 0), (-399, 0), (0, 399), (0, -399), (280, 280))}

    assert answers == {HintCode.NEAR}


def test_a_mast_taken_down_or_of_another_department_does_not_count(ask, regulator, vnpt, viettel, cast):
    gone = put_mast(viettel.party, regulator.party)
    type(gone).objects.filter(pk=gone.pk).update(state="removed", removed_on=regulator.today)

    assert ask(vnpt, north_m=100) is HintCode.CLEAR


def test_within_one_hexagon_every_place_gets_one_answer(ask, regulator, vnpt, viettel):
    """Half a metre more or less on the edge of the spacing tells nothing."""
    put_mast(viettel.party, regulator.party)
    cells, answers = {}, {}
    for step in range(16):
        north = 300.0 + 40 * step
        facts = place(north_m=north)
        cell = h3.latlng_to_cell(facts.latitude, facts.longitude, RESOLUTION)
        cells.setdefault(cell, set()).add(ask(vnpt, north_m=north))
        answers[cell] = cells[cell]

    assert all(len(found) == 1 for found in answers.values())
    assert len(cells) >= 2


def test_a_place_asked_again_uses_nothing_up_and_answers_the_same(ask, regulator, vnpt, viettel, round_):
    first = ask(vnpt, north_m=350)
    put_mast(viettel.party, regulator.party)

    assert ask(vnpt, north_m=350) is first is HintCode.CLEAR
    assert ShareHint.objects.count() == 1


def test_the_budget_ends_the_answers_but_not_the_filing(ask, round_, regulator, vnpt, viettel, later):
    JointRound.objects.filter(pk=round_.pk).update(hint_budget=3)
    put_mast(viettel.party, regulator.party)

    said = [ask(vnpt, north_m=1000 * step) for step in range(6)]

    assert said[3:] == [HintCode.SPENT] * 3
    assert HintCode.SPENT not in said[:3]
    assert len(queries.own_needs(actor=vnpt, round_=round_)) == 6
    assert ask(viettel, north_m=9000) is HintCode.CLEAR  # another party's budget is its own


def test_the_department_reads_the_log_once_the_round_is_closed(ask, round_, regulator, vnpt, viettel, later):
    put_mast(viettel.party, regulator.party)
    ask(vnpt, north_m=100)
    ask(vnpt, north_m=5000)
    actions.withdraw_need(actor=vnpt, need=queries.own_needs(actor=vnpt, round_=round_)[0].row)

    with pytest.raises(NotVisible):
        queries.hint_lines(actor=regulator, round_=round_)
    (line,) = queries.hint_lines(actor=later(regulator), round_=round_)
    assert (line.party, line.asked, line.near, line.abandoned) == ("VNPT", 2, 1, 1)
    with pytest.raises(NotVisible):
        queries.hint_lines(actor=later(viettel), round_=round_)
