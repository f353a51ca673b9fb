"""Answers: hidden from each other until all are in; agreed, declined, other terms; the next plan keeps them."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.towers.actions.joint import answering, terms
from phoihop.clauses.towers.actions.joint import rounds as round_actions
from phoihop.clauses.towers.joint.rulebook import PriceLine, PriceList
from phoihop.clauses.towers.models import JointNeed, JointProposal, JointScenario, ProposalPart
from phoihop.clauses.towers.queries.joint import needs as need_queries
from phoihop.clauses.towers.queries.joint.settled import settled
from phoihop.clauses.towers.tests.joint.conftest import AFTER, ANSWER_BY
from phoihop.notices.models import Notice
from phoihop.programme.models import Activity


@pytest.fixture
def proposal(publish, file, vnpt, viettel):
    file(vnpt)
    file(viettel, north_m=200)
    (made,) = publish()
    return made


def _status(proposal):
    return JointProposal.objects.get(pk=proposal.pk).status


def test_a_decline_shows_only_once_all_have_answered(proposal, decline, accept, vnpt, viettel):
    decline(vnpt, proposal)
    assert _status(proposal) == "open"
    assert not Notice.objects.filter(user=viettel.user, key__startswith="joint.answered").exists()

    accept(viettel, proposal)
    assert _status(proposal) == "declined"


def test_the_reason_is_read_by_the_department_alone(proposal, decline, accept, vnpt, viettel, later, regulator):
    decline(vnpt, proposal, text="Không đủ vốn")
    accept(viettel, proposal)

    assert ProposalPart.objects.visible_to(later(regulator)).filter(text="Không đủ vốn").exists()
    assert not ProposalPart.objects.visible_to(later(viettel)).filter(text="Không đủ vốn").exists()
    assert not Notice.objects.filter(user=viettel.user, text__contains="VNPT").exists()


def test_an_answer_can_be_changed_until_all_have_answered(proposal, decline, accept, vnpt, viettel, plan):
    decline(vnpt, proposal)
    accept(vnpt, proposal)
    accept(viettel, proposal)

    assert _status(proposal) == "agreed"
    with pytest.raises(answering.Decided):
        decline(vnpt, proposal)


def test_nobody_answers_for_another(proposal, vnpt, viettel, post, later):
    with pytest.raises(NotAllowed):
        answering.accept_proposal(actor=later(viettel), proposal=proposal, party=vnpt.party, terms=1)


def test_declining_needs_a_reason_and_a_text(proposal, decline, vnpt):
    for reason, text in (("", "x"), ("cost", " "), ("nothing", "x")):
        with pytest.raises(Refused):
            decline(vnpt, proposal, reason=reason, text=text)


def test_agreed_becomes_an_activity_that_the_two_alone_see(proposal, accept, vnpt, viettel, post, plan, later):
    accept(vnpt, proposal)
    accept(viettel, proposal)

    activity = Activity.objects.get()
    assert activity.restricted
    assert JointProposal.objects.get().activity == activity
    assert "VNPT" in activity.item.note
    assert (activity.item.starts_on, activity.item.ends_on) == (dt.date(2026, 9, 1), dt.date(2026, 12, 15))
    assert {one.party.short_name for one in activity.participations.all()} == {"VNPT", "Viettel"}
    assert not Activity.objects.visible_to(later(post)).exists()
    assert Activity.objects.visible_to(later(vnpt)).exists()
    assert (
        not Notice.objects.filter(user=post.user)
        .exclude(key__startswith="joint.opened")
        .exclude(key__startswith="joint.published")
    )


def test_without_an_agreed_plan_the_activity_waits(proposal, accept, vnpt, viettel):
    accept(vnpt, proposal)
    accept(viettel, proposal)

    assert _status(proposal) == "agreed"
    assert JointProposal.objects.get().activity is None


def test_the_next_plan_keeps_what_was_agreed(proposal, accept, run, vnpt, viettel, post, file, plan):
    accept(vnpt, proposal)
    accept(viettel, proposal)

    again = run()

    assert (again.summary["join"], again.status) == (2, "done")


def test_a_price_list_without_the_class_of_an_agreed_mast_is_told(
    proposal, accept, run, round_, vnpt, viettel, plan, regulator, later
):
    accept(vnpt, proposal)
    accept(viettel, proposal)
    prices = PriceList((PriceLine("A2a", 18.0, 300_000_000),))
    round_actions.change_prices(actor=later(regulator), round_=round_, prices=prices)

    with pytest.raises(Refused) as refused:
        run()

    assert "Đơn giá không còn loại cột" in str(refused.value)
    assert JointScenario.objects.last().status == "failed"


def test_the_next_plan_does_not_try_again_what_was_declined(proposal, decline, accept, run, vnpt, viettel):
    decline(vnpt, proposal)
    accept(viettel, proposal)

    again = run()

    assert again.status == "done"
    assert again.summary["join"] == 0


def test_a_need_that_is_gone_is_left_out(proposal, decline, accept, run, vnpt, viettel):
    decline(vnpt, proposal, reason="dropped", text="Đã hủy dự án")
    accept(viettel, proposal)

    assert run().summary["needs"] == 1


def test_other_dates_are_put_to_all(proposal, accept, vnpt, viettel, later, regulator):
    accept(viettel, proposal)
    wishes = {"ends_on": dt.date(2026, 11, 30), "split_method": "equal"}
    answering.counter_proposal(
        actor=later(vnpt), proposal=proposal, party=vnpt.party, terms=1, text="Sớm hơn", wishes=wishes
    )
    assert _status(proposal) == "open"

    part = ProposalPart.objects.select_related("proposal__round__programme", "need").get(party=vnpt.party)
    terms.take_counter(actor=later(regulator), part=part)

    changed = JointProposal.objects.get()
    assert (changed.ends_on, changed.split_method, changed.terms) == (dt.date(2026, 11, 30), "equal", 2)
    assert set(changed.parts.values_list("answer", flat=True)) == {"none"}
    first, second = changed.parts.values_list("share_vnd", flat=True)
    assert abs(first - second) <= 1
    with pytest.raises(Stale):
        accept(viettel, proposal)
    texts = Notice.objects.filter(user=viettel.user, key__startswith="joint.terms").values_list("text", flat=True)
    assert texts
    assert "VNPT" not in str(texts)


def test_another_ring_changes_the_need_and_asks_for_a_new_plan(proposal, accept, run, vnpt, viettel, later, regulator):
    accept(viettel, proposal)
    answering.counter_proposal(
        actor=later(vnpt), proposal=proposal, party=vnpt.party, terms=1, text="", wishes={"radius_m": 500}
    )
    part = ProposalPart.objects.select_related("proposal__round__programme", "need__round__programme").get(
        party=vnpt.party
    )
    terms.take_counter(actor=later(regulator), part=part)

    assert _status(proposal) == "replaced"
    need = JointNeed.objects.get(party=vnpt.party)
    assert need_queries.open_facts(need, need.round).radius_m == 500
    assert need.receipts.count() == 2
    assert settled(actor=later(regulator), round_=need.round).need_need == frozenset()
    assert run().summary["join"] == 2


def test_silence_past_the_day_counts_as_no(proposal, accept, viettel, regulator, later):
    accept(viettel, proposal)
    with pytest.raises(Refused):
        answering.close_overdue(actor=later(regulator), proposal=proposal)

    late = dt.datetime.combine(ANSWER_BY + dt.timedelta(days=1), dt.time(9), tzinfo=AFTER.tzinfo)
    answering.close_overdue(actor=later(regulator, late), proposal=proposal)

    assert _status(proposal) == "declined"
