"""Who makes leaders of a department: its leader and the keeper, not its officers."""

import pytest
from django.urls import reverse

from phoihop.base.access import Role
from phoihop.base.errors import Refused
from phoihop.people.actions.invitations import invite_person, resend_invitation
from phoihop.people.actions.memberships import change_membership, hand_over
from phoihop.people.models import Membership, Party


def _seat(member):
    return Membership.objects.current().get(user=member.user)


def _invite(actor, party):
    return invite_person(actor=actor, party=party, email="moi@example.vn", full_name="Mới", role=Role.LEADER)


@pytest.fixture
def department(regulator):
    return Party.objects.get(pk=regulator.party.pk)


def test_an_officer_does_not_make_themself_leader(regulator):
    with pytest.raises(Refused, match="Chỉ lãnh đạo Sở"):
        change_membership(actor=regulator, membership=_seat(regulator), role=Role.LEADER)

    assert _seat(regulator).role == Role.OFFICER


def test_the_form_says_who_can(client_of, regulator):
    address = reverse("people:membership_edit", args=[_seat(regulator).pk])

    answer = client_of(regulator).post(address, {"role": "leader"})

    assert "Chỉ lãnh đạo Sở" in answer.content.decode()


def test_an_officer_invites_no_leader(regulator, department):
    with pytest.raises(Refused, match="Chỉ lãnh đạo Sở"):
        _invite(regulator, department)


def test_an_officer_does_not_send_a_leaders_invitation_again(director, regulator, department):
    invitation, _address = _invite(director, department)

    with pytest.raises(Refused, match="Chỉ lãnh đạo Sở"):
        resend_invitation(actor=regulator, invitation=invitation)


def test_an_officer_does_not_take_over_from_the_leader(director, regulator, department):
    with pytest.raises(Refused, match="Chỉ lãnh đạo Sở"):
        hand_over(actor=regulator, party=department, from_user=director.user, to_user=regulator.user)


def test_the_leader_hands_over_to_an_officer(director, regulator, department):
    hand_over(actor=director, party=department, from_user=director.user, to_user=regulator.user)

    held = Membership.objects.current().filter(user=regulator.user).values_list("role", flat=True)
    assert set(held) == {"officer", "leader"}


@pytest.mark.parametrize("member", ["director", "keeper"])
def test_the_leader_and_the_keeper_make_leaders(request, regulator, department, member):
    actor = request.getfixturevalue(member)

    assert _invite(actor, department)[0].role == Role.LEADER
    assert change_membership(actor=actor, membership=_seat(regulator), role=Role.LEADER).role == Role.LEADER


def test_an_enterprise_chooses_its_own_leader(vnpt, colleague):
    assert change_membership(actor=vnpt, membership=_seat(colleague), role=Role.LEADER).role == Role.LEADER
