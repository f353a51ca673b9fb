import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base import files
from phoihop.notices.models import Notice
from phoihop.papers.actions.rounds import decline, withdraw_round
from phoihop.papers.actions.signing import sign_on_paper
from phoihop.programme.actions.memorandum import answer_revision
from phoihop.programme.actions.memorandum_signing import open_signing
from phoihop.programme.models import MemorandumStatus


@pytest.fixture
def signing(regulator, draft, revision, vnpt, viettel, post):
    """An ordered round of four."""
    for member in (vnpt, viettel, post):
        answer_revision(actor=member, revision=revision, party=member.party, accepts=True)
    return open_signing(actor=regulator, memorandum=draft)


def sign(actor, round_, party):
    scan = SimpleUploadedFile("scan.pdf", files.read(round_.circulated))
    return sign_on_paper(actor=actor, round_=round_, party=party, signed_on=actor.today, scan=scan)


def test_when_all_have_signed_it_is_in_force(regulator, draft, signing, post, viettel, vnpt):
    for party in (regulator.party, post.party, vnpt.party, viettel.party):
        sign(regulator, signing, party)

    draft.refresh_from_db()
    assert draft.status == MemorandumStatus.IN_FORCE
    assert draft.in_force_at == regulator.at
    assert Notice.objects.filter(user_id=vnpt.user_id, key=f"memorandum.in_force:{draft.pk}").exists()


def test_the_next_in_order_hears_that_it_is_their_turn(regulator, signing, post, viettel):
    sign(regulator, signing, regulator.party)

    turns = Notice.objects.filter(key__startswith="memorandum.turn").values_list("user_id", flat=True)
    assert list(turns) == [post.user_id]


def test_a_refusal_brings_it_back_and_everybody_hears_why(regulator, draft, signing, vnpt, viettel, post):
    decline(actor=vnpt, round_=signing, party=vnpt.party, reason="Chưa thống nhất giá thuê")

    draft.refresh_from_db()
    texts = Notice.objects.filter(key__startswith="memorandum.back").values_list("user_id", "text")
    assert (draft.status, draft.paper_id) == (MemorandumStatus.DRAFT, None)
    assert {user for user, _text in texts} >= {regulator.user_id, viettel.user_id, post.user_id}
    assert all("Chưa thống nhất giá thuê" in text for _user, text in texts)


def test_taken_back_on_the_rounds_own_page_it_is_a_draft_again(regulator, draft, signing):
    withdraw_round(actor=regulator, round_=signing, reason="Sai chức vụ")

    draft.refresh_from_db()
    assert (draft.status, draft.paper_id) == (MemorandumStatus.DRAFT, None)
