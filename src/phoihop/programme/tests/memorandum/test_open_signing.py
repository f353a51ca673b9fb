import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base import files
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.papers.models import RoundStatus
from phoihop.programme.actions.memorandum import answer_revision, comment, take_proposal
from phoihop.programme.actions.memorandum_signing import open_signing
from phoihop.programme.models import MemorandumStatus
from phoihop.programme.queries.memorandum import signing_state
from phoihop.programme.revising import checksum


@pytest.fixture
def agreed(revision, vnpt, viettel, post):
    """A revision that every party accepted."""
    for member in (vnpt, viettel, post):
        answer_revision(actor=member, revision=revision, party=member.party, accepts=True)
    return revision


def test_the_paper_is_drawn_and_given_out_in_order(regulator, draft, agreed):
    round_ = open_signing(actor=regulator, memorandum=draft, due_on=dt.date(2026, 7, 15))

    draft.refresh_from_db()
    assert (draft.status, draft.paper_id) == (MemorandumStatus.SIGNING, round_.paper_id)
    assert round_.status == RoundStatus.OPEN
    assert list(round_.slots.order_by("order").values_list("party__code", flat=True)) == ["STTTT", "BD", "VNPT", "VTL"]
    assert round_.paper.type == "BGN"


def test_a_party_that_asks_for_a_change_stops_it(regulator, vnpt, draft, agreed):
    answer_revision(actor=vnpt, revision=agreed, party=vnpt.party, accepts=False, note="Sửa mục 2")

    with pytest.raises(Refused, match="đề nghị sửa"):
        open_signing(actor=regulator, memorandum=draft)


def test_silence_counts_only_after_the_last_day(regulator, draft, revision):
    with pytest.raises(Refused, match="chưa trả lời"):
        open_signing(actor=regulator, memorandum=draft)

    open_signing(actor=regulator.on(dt.date(2026, 7, 1)), memorandum=draft)

    draft.refresh_from_db()
    assert draft.status == MemorandumStatus.SIGNING


def test_a_text_changed_since_must_be_sent_again(regulator, vnpt, draft, agreed):
    row = comment(actor=vnpt, revision=agreed, party=vnpt.party, anchor="costs", text="", proposal="Sở lo.")
    take_proposal(actor=regulator, comment=row)

    with pytest.raises(Refused, match="gửi lại"):
        open_signing(actor=regulator, memorandum=draft)


def test_everybody_must_have_a_signer(regulator, viettel, draft, agreed):
    draft.parties.filter(party=viettel.party).update(signer_name="")
    content = agreed.content | {"parties": [row | {"signer_name": ""} if row["name"] == viettel.party.name else row
                                            for row in agreed.content["parties"]]}  # fmt: skip
    draft.revisions.filter(pk=agreed.pk).update(content=content, checksum=checksum(content))

    with pytest.raises(Refused, match="Viettel"):
        open_signing(actor=regulator, memorandum=draft)


def test_an_enterprise_may_not_open_it(vnpt, draft, agreed):
    with pytest.raises(NotAllowed):
        open_signing(actor=vnpt, memorandum=draft)


def test_files_open_for_the_parties_and_for_nobody_else(regulator, vnpt, visitor, draft, agreed):
    round_ = open_signing(actor=regulator, memorandum=draft)

    assert files.visible_file(actor=vnpt, pk=round_.paper.pdf_id).media_type == "application/pdf"
    with pytest.raises(NotVisible):
        files.visible_file(actor=visitor, pk=round_.paper.pdf_id)


def test_every_party_sees_who_has_signed(regulator, vnpt, draft, agreed):
    open_signing(actor=regulator, memorandum=draft)
    draft.refresh_from_db()

    state = signing_state(actor=vnpt, memorandum=draft)

    assert state is not None
    assert (state.signed, len(state.slots)) == (0, 4)


def test_the_page_opens_the_round(client_of, regulator, draft, agreed):
    client = client_of(regulator)

    answer = client.post(reverse("programme:memorandum_sign", args=[draft.pk]), {"due_on": ""})
    page = client.get(answer["Location"])

    draft.refresh_from_db()
    assert draft.status == MemorandumStatus.SIGNING
    assert reverse("papers:round_detail", args=[draft.paper.round.pk]) in page.content.decode()
