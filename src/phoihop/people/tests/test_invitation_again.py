import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotVisible
from phoihop.people.actions.invitations import (
    InvitationGone,
    invite_person,
    open_invitation,
    resend_invitation,
    withdraw_invitation,
)


@pytest.fixture
def sent(vnpt):
    invitation, address = invite_person(
        actor=vnpt, party=vnpt.party, email="moi@example.vn", full_name="Lê Văn Mới", role="member"
    )
    return invitation, address.rstrip("/").rsplit("/", 1)[1]


def test_sent_again_under_a_new_address(vnpt, sent):
    invitation, old = sent
    later = vnpt.on(vnpt.today + dt.timedelta(days=20))
    new = resend_invitation(actor=later, invitation=invitation).rstrip("/").rsplit("/", 1)[1]

    assert open_invitation(actor=later, token=new) == invitation
    with pytest.raises(NotVisible):
        open_invitation(actor=later, token=old)


def test_withdrawn_invitation_opens_nothing(vnpt, sent):
    invitation, token = sent
    withdraw_invitation(actor=vnpt, invitation=invitation)

    with pytest.raises(InvitationGone):
        open_invitation(actor=vnpt, token=token)
    with pytest.raises(InvitationGone):
        resend_invitation(actor=vnpt, invitation=invitation)


@pytest.mark.parametrize("name", ["people:invitation_resend", "people:invitation_withdraw"])
def test_buttons_work_for_the_party_and_do_not_exist_for_a_rival(client_of, vnpt, viettel, sent, name):
    address = reverse(name, args=[sent[0].pk])

    assert client_of(viettel).post(address).status_code == 404
    assert client_of(vnpt).post(address).status_code in {200, 302}
