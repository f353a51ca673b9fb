"""propose_plan, answer_plan, withdraw_plan, freeze_plan, remind_parties."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.base.access import Role
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.transitions import WrongState
from phoihop.notices.models import Notice
from phoihop.programme.actions import plan as actions
from phoihop.programme.models import Activity, PlanAgreement, PlanStatus, ProgrammeParty
from phoihop.programme.queries import plan as queries
from phoihop.testing.cast import seat
from phoihop.testing.factories import PartyFactory, PlanFactory, PlanItemFactory

SOON = dt.date(2026, 6, 30)


@pytest.fixture
def draft(programme, vnpt):
    plan = PlanFactory(programme=programme, status=PlanStatus.DRAFT)
    PlanItemFactory(plan=plan, owner=programme.lead).participants.set([vnpt.party])
    return plan


@pytest.fixture
def proposed(regulator, draft):
    return actions.propose_plan(actor=regulator, plan=draft, agree_by=SOON)


def test_proposing_asks_every_enterprise(vnpt, viettel, post, proposed):
    assert (proposed.status, proposed.agree_by) == (PlanStatus.PROPOSED, SOON)
    assert set(Notice.objects.values_list("user", flat=True)) == {vnpt.user_id, viettel.user_id, post.user_id}


def test_an_empty_plan_is_not_proposed(regulator, programme):
    with pytest.raises(actions.NothingToAgree):
        actions.propose_plan(
            actor=regulator, plan=PlanFactory(programme=programme, status=PlanStatus.DRAFT), agree_by=SOON
        )


def test_the_day_lies_ahead(regulator, draft):
    with pytest.raises(Refused):
        actions.propose_plan(actor=regulator, plan=draft, agree_by=dt.date(2026, 6, 14))


def test_the_last_agreement_freezes_and_opens_activities(vnpt, viettel, post, proposed):
    for party in (vnpt, viettel):
        actions.answer_plan(actor=party, plan=proposed, party=party.party, agrees=True)
    assert not Activity.objects.exists()

    actions.answer_plan(actor=post, plan=proposed, party=post.party, agrees=True)

    proposed.refresh_from_db()
    assert (proposed.status, proposed.frozen_at) == (PlanStatus.FROZEN, post.at)
    assert [row.party for row in Activity.objects.get().participations.all()] == [vnpt.party]


def test_asking_for_a_change_needs_words(vnpt, proposed):
    with pytest.raises(Refused) as refusal:
        actions.answer_plan(actor=vnpt, plan=proposed, party=vnpt.party, agrees=False, note="  ")

    assert refusal.value.field == "note"


def test_a_change_asked_for_holds_the_plan_open(vnpt, viettel, post, proposed):
    actions.answer_plan(actor=vnpt, plan=proposed, party=vnpt.party, agrees=False, note="Dời sang tháng 7")
    for party in (viettel, post):
        actions.answer_plan(actor=party, plan=proposed, party=party.party, agrees=True)

    proposed.refresh_from_db()
    assert proposed.status == PlanStatus.PROPOSED


def test_a_party_may_change_its_mind(vnpt, proposed):
    actions.answer_plan(actor=vnpt, plan=proposed, party=vnpt.party, agrees=False, note="Dời")
    actions.answer_plan(actor=vnpt, plan=proposed, party=vnpt.party, agrees=True)

    assert PlanAgreement.objects.get().agrees


def test_nobody_answers_for_a_rival(vnpt, viettel, proposed):
    with pytest.raises(NotAllowed):
        actions.answer_plan(actor=viettel, plan=proposed, party=vnpt.party, agrees=True)


def test_a_stranger_has_no_say(proposed):
    stranger = seat(PartyFactory(), Role.LEADER, "Người ngoài", "ngoai@example.vn")

    with pytest.raises(NotVisible):
        actions.answer_plan(actor=stranger, plan=proposed, party=stranger.party, agrees=True)


def test_withdrawing_voids_the_answers(regulator, vnpt, proposed):
    actions.answer_plan(actor=vnpt, plan=proposed, party=vnpt.party, agrees=True)

    actions.withdraw_plan(actor=regulator, plan=proposed)

    assert not PlanAgreement.objects.exists()


def test_a_draft_cannot_be_withdrawn(regulator, draft):
    with pytest.raises(WrongState):
        actions.withdraw_plan(actor=regulator, plan=draft)


def test_the_lead_cannot_freeze_over_a_silent_party(regulator, proposed):
    with pytest.raises(actions.StillAwaited):
        actions.freeze_plan(actor=regulator, plan=proposed)


def test_the_lead_freezes_once_the_silent_party_has_left(regulator, vnpt, viettel, post, proposed):
    for party in (vnpt, viettel):
        actions.answer_plan(actor=party, plan=proposed, party=party.party, agrees=True)
    ProgrammeParty.objects.filter(party=post.party).update(left_on=regulator.today)

    actions.freeze_plan(actor=regulator, plan=proposed)

    assert Activity.objects.count() == 1


def test_reminding_reaches_the_silent_once_a_day(regulator, vnpt, viettel, proposed):
    actions.answer_plan(actor=vnpt, plan=proposed, party=vnpt.party, agrees=True)
    Notice.objects.all().delete()

    for _ in range(2):
        actions.remind_parties(actor=regulator, plan=proposed)

    told = list(Notice.objects.values_list("user", flat=True))
    assert viettel.user_id in told
    assert vnpt.user_id not in told
    assert len(told) == 2


def test_a_party_sees_its_own_answer_alone(regulator, vnpt, viettel, proposed):
    actions.answer_plan(actor=vnpt, plan=proposed, party=vnpt.party, agrees=False, note="Giữ bí mật")

    rows = queries.agreement_rows(actor=viettel, plan=proposed)
    all_rows = queries.agreement_rows(actor=regulator, plan=proposed)

    assert [(row.party, row.answer) for row in rows] == [(viettel.party, None)]
    assert len(all_rows) == 3
