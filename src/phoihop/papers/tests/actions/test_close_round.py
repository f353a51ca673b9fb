"""decline and withdraw_round."""

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.base.transitions import WrongState
from phoihop.papers import hooks
from phoihop.papers.actions.rounds import decline, withdraw_round
from phoihop.papers.models import Paper, PaperStatus, RoundStatus, SigningRound, SlotStatus


@pytest.fixture
def told(round_, monkeypatch):
    heard = []
    hook = hooks.RoundHook(
        complete=lambda actor, round_: heard.append("complete"),
        declined=lambda actor, round_, slot: heard.append((slot.party_name, slot.reason)),
        progressed=lambda actor, round_, slot: heard.append("progressed"),
        withdrawn=lambda actor, round_, reason: heard.append(("withdrawn", reason)),
    )
    monkeypatch.setitem(hooks._hooks, round_.paper.subject_label, hook)
    return heard


def test_a_party_declines_before_its_turn_and_the_round_is_over(viettel, round_, told):
    slot = decline(actor=viettel, round_=round_, party=viettel.party, reason=" Chưa rõ kinh phí ")

    assert (slot.status, slot.reason) == (SlotStatus.DECLINED, "Chưa rõ kinh phí")
    assert (round_.status, round_.paper.status) == (RoundStatus.DECLINED, PaperStatus.VOID)
    assert told == [("Viettel Hải Dương", "Chưa rõ kinh phí")]
    assert AuditEntry.objects.get(event="papers.slot.declined").after == {"reason": "Chưa rõ kinh phí"}


def test_everyone_of_the_round_still_reads_it_and_others_do_not(viettel, vnpt, post, round_):
    decline(actor=viettel, round_=round_, party=viettel.party, reason="Chưa rõ kinh phí")

    assert SigningRound.objects.visible_to(vnpt).get().slots.get(status="declined").reason == "Chưa rõ kinh phí"
    assert Paper.objects.visible_to(vnpt).filter(pk=round_.paper_id).exists()
    assert not SigningRound.objects.visible_to(post).exists()
    assert not Paper.objects.visible_to(post).filter(pk=round_.paper_id).exists()


def test_after_it_is_over_nobody_signs(desk, director, viettel, round_):
    decline(actor=viettel, round_=round_, party=viettel.party, reason="Chưa rõ kinh phí")

    with pytest.raises(Refused, match="khép lại"):
        desk.give_back(director, round_, b"%PDF-1.7")


def test_declining_needs_a_reason_and_ones_own_place(vnpt, viettel, round_):
    with pytest.raises(Refused):
        decline(actor=viettel, round_=round_, party=viettel.party, reason=" ")
    with pytest.raises(NotAllowed):
        decline(actor=vnpt, round_=round_, party=viettel.party, reason="Không")


def test_the_issuing_body_takes_a_round_back(regulator, round_, told):
    withdraw_round(actor=regulator, round_=round_, reason="Sai tên một bên")

    round_.paper.refresh_from_db()
    assert (round_.status, round_.paper.status) == (RoundStatus.WITHDRAWN, PaperStatus.VOID)
    assert told == [("withdrawn", "Sai tên một bên")]


def test_a_complete_round_is_not_taken_back(regulator, desk, director, vnpt, viettel, round_):
    for member in (director, vnpt, viettel):
        desk.give_back(member, round_)

    with pytest.raises(WrongState):
        withdraw_round(actor=regulator, round_=round_, reason="Muộn rồi")


def test_taking_back_needs_a_reason_and_the_issuing_body(regulator, vnpt, round_):
    with pytest.raises(Refused):
        withdraw_round(actor=regulator, round_=round_, reason="")
    with pytest.raises(NotAllowed):
        withdraw_round(actor=vnpt, round_=round_, reason="Không")
