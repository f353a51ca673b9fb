"""From an agreed proposal to a signed paper that the parties and the department alone read."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base import files
from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.actions.joint import agreement
from phoihop.clauses.towers.models import JointProposal
from phoihop.papers.actions.rounds import decline
from phoihop.papers.actions.signing import sign_on_paper
from phoihop.papers.models import Paper, RegisteredSigner


@pytest.fixture
def signers(vnpt, viettel):
    for member in (vnpt, viettel):
        RegisteredSigner.objects.create(
            party=member.party, name=f"Người ký {member.party.short_name}", position="Giám đốc",
            valid_from=dt.date(2020, 1, 1), subject_attribute="CN", subject_value="x", issuer_name="x", serial="1",
        )  # fmt: skip


@pytest.fixture
def agreed(publish, file, accept, vnpt, viettel, plan):
    file(vnpt)
    file(viettel, north_m=200)
    (proposal,) = publish()
    accept(vnpt, proposal)
    return accept(viettel, proposal)


@pytest.fixture
def round_of_signing(agreed, signers, regulator, later):
    return agreement.draw_agreement(actor=later(regulator), proposal=agreed)


def _sign(actor, round_, party):
    scan = SimpleUploadedFile("scan.pdf", files.read(round_.circulated))
    return sign_on_paper(actor=actor, round_=round_, party=party, signed_on=actor.today, scan=scan)


def test_the_paper_says_place_and_shares_and_its_abstract_does_not(round_of_signing, agreed):
    paper = round_of_signing.paper

    text = str(paper.description)
    assert paper.type == "BTT"
    for part in agreed.parts.all():
        assert f"{part.share_vnd:,}".replace(",", ".") in text
    assert "20,94" in text
    assert "20,94" not in paper.abstract
    assert [slot.party_name for slot in round_of_signing.slots.order_by("order")] == [
        "VNPT Hải Dương",
        "Viettel Hải Dương",
    ]


def test_a_third_party_does_not_read_it(round_of_signing, later, vnpt, viettel, post, regulator):
    readers = [one for one in (vnpt, viettel, post, regulator) if Paper.objects.visible_to(later(one)).exists()]

    assert readers == [vnpt, viettel, regulator]


def test_when_both_have_signed_the_proposal_is_signed(round_of_signing, regulator, later, vnpt, viettel):
    for member in (vnpt, viettel):
        _sign(later(regulator), round_of_signing, member.party)

    assert JointProposal.objects.get().status == "signed"


def test_a_party_that_does_not_sign_leaves_it_agreed(round_of_signing, later, vnpt, regulator):
    decline(actor=later(vnpt), round_=round_of_signing, party=vnpt.party, reason="Sửa điều khoản")

    proposal = JointProposal.objects.get()
    assert (proposal.status, proposal.paper) == ("agreed", None)
    assert agreement.draw_agreement(actor=later(regulator), proposal=proposal)


def test_it_is_drawn_once_by_the_department_with_signers(agreed, signers, regulator, vnpt, later):
    with pytest.raises(NotAllowed):
        agreement.draw_agreement(actor=later(vnpt), proposal=agreed)
    agreement.draw_agreement(actor=later(regulator), proposal=agreed)
    with pytest.raises(Refused):
        agreement.draw_agreement(actor=later(regulator), proposal=agreed)


def test_a_party_without_signer_is_told_what_to_do(agreed, regulator, later):
    with pytest.raises(Refused) as refused:
        agreement.draw_agreement(actor=later(regulator), proposal=agreed)

    assert "Người ký" in str(refused.value)
