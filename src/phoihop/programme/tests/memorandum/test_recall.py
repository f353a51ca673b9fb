import pytest

from phoihop.base.errors import Refused
from phoihop.base.transitions import WrongState
from phoihop.notices.models import Notice
from phoihop.papers.models import RoundStatus
from phoihop.programme.actions.memorandum import answer_revision, recall
from phoihop.programme.actions.memorandum_signing import open_signing
from phoihop.programme.models import MemorandumStatus


def test_a_circulated_text_goes_back_and_the_parties_hear_why(regulator, vnpt, draft, revision):
    recall(actor=regulator, memorandum=draft, reason="Sửa mục kinh phí")

    draft.refresh_from_db()
    assert draft.status == MemorandumStatus.DRAFT
    assert (
        "Sửa mục kinh phí" in Notice.objects.filter(user_id=vnpt.user_id, key__startswith="memorandum.back").get().text
    )


def test_without_a_reason_it_stays(regulator, draft, revision):
    with pytest.raises(Refused):
        recall(actor=regulator, memorandum=draft, reason=" ")


def test_a_draft_cannot_be_recalled(regulator, draft):
    with pytest.raises(WrongState):
        recall(actor=regulator, memorandum=draft, reason="Thử")


def test_an_open_round_is_withdrawn_with_it(regulator, draft, revision, vnpt, viettel, post):
    for member in (vnpt, viettel, post):
        answer_revision(actor=member, revision=revision, party=member.party, accepts=True)
    round_ = open_signing(actor=regulator, memorandum=draft)

    recall(actor=regulator, memorandum=draft, reason="Sai người ký")

    round_.refresh_from_db()
    draft.refresh_from_db()
    assert round_.status == RoundStatus.WITHDRAWN
    assert (draft.status, draft.paper_id) == (MemorandumStatus.DRAFT, None)
