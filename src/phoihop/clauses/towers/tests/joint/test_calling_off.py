"""An agreed proposal can be called off until its agreement is signed."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.clauses.towers.actions.joint import agreement
from phoihop.clauses.towers.actions.joint.calling_off import call_off
from phoihop.clauses.towers.models import JointProposal, ProposalStatus
from phoihop.clauses.towers.queries.joint.settled import settled
from phoihop.clauses.towers.tests.joint.conftest import AFTER
from phoihop.notices.models import Notice
from phoihop.papers.models import Paper, PaperStatus, RegisteredSigner, RoundStatus

WHY = "Không còn vốn"


@pytest.fixture
def agreed(publish, file, accept, vnpt, viettel, plan):
    file(vnpt)
    file(viettel, north_m=200)
    (proposal,) = publish()
    accept(vnpt, proposal)
    return accept(viettel, proposal)


@pytest.fixture
def signing(agreed, vnpt, viettel, regulator, later):
    for member in (vnpt, viettel):
        RegisteredSigner.objects.create(
            party=member.party, name=f"Người ký {member.party.short_name}", position="Giám đốc",
            valid_from=dt.date(2020, 1, 1), subject_attribute="CN", subject_value="x", issuer_name="x", serial="1",
        )  # fmt: skip
    return agreement.draw_agreement(actor=later(regulator), proposal=agreed)


@pytest.mark.parametrize("who", ["vnpt", "regulator"])
def test_signing_and_activity_end_with_it_and_it_counts_no_more(agreed, signing, request, later, regulator, who):
    member = request.getfixturevalue(who)

    call_off(actor=later(member), proposal=agreed, party=member.party, reason=WHY)

    row = JointProposal.objects.get()
    signing.refresh_from_db()
    assert (row.status, row.activity.status) == ("declined", "cancelled")
    assert (signing.status, Paper.objects.get().status) == (RoundStatus.WITHDRAWN, PaperStatus.VOID)
    answered = settled(actor=later(regulator), round_=row.round)
    assert answered.fixed == ()
    assert bool(answered.need_need) == (who == "vnpt")  # who calls off is not matched with the same partner again
    assert not JointProposal.objects.binding().exists()
    assert Notice.objects.filter(key=f"joint.called_off:{row.pk}").count() >= 3


def test_no_reason_no_part_or_no_right_changes_nothing(agreed, later, vnpt, post, visitor):
    for one, reason, error in ((vnpt, " ", Refused), (post, WHY, NotVisible), (visitor, WHY, NotAllowed)):
        with pytest.raises(error):
            call_off(actor=later(one), proposal=agreed, party=one.party or vnpt.party, reason=reason)

    assert JointProposal.objects.get().status == "agreed"


@pytest.mark.parametrize("status", [ProposalStatus.SIGNED, ProposalStatus.OPEN])
def test_one_that_is_signed_or_still_open_is_not_called_off(agreed, later, vnpt, status):
    JointProposal.objects.update(status=status)

    with pytest.raises(Refused, match="Chỉ hủy đề xuất"):
        call_off(actor=later(vnpt), proposal=agreed, party=vnpt.party, reason=WHY)

    assert JointProposal.objects.get().activity.status != "cancelled"


def test_a_party_calls_off_from_the_page(agreed, client_of, viettel):
    address = reverse("towers:proposal_call_off", args=[agreed.pk])
    with time_machine.travel(AFTER):
        client = client_of(viettel)
        assert address in client.get(reverse("towers:proposal", args=[agreed.pk])).content.decode()
        assert client.post(address, {"reason": WHY}).status_code == 302

    assert JointProposal.objects.get().status == "declined"
