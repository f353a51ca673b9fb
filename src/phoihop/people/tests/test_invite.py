import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.people.actions.invitations import hash_token, invite_person
from phoihop.people.models import Invitation

WHO = {"email": "Moi@Example.vn", "full_name": "Lê Văn Mới", "role": "officer"}


def test_mail_goes_out_in_both_languages(vnpt, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        _invitation, address = invite_person(actor=vnpt, party=vnpt.party, **WHO)

    sent = mail.outbox[0]
    assert sent.to == ["moi@example.vn"]
    assert address in sent.body
    assert "mời Anh/Chị tham gia VNPT Hải Dương" in sent.body
    assert "invites you to join VNPT Hải Dương" in sent.body
    assert address in sent.alternatives[0][0]


def test_secret_is_kept_as_a_hash_for_fourteen_days(vnpt):
    invitation, address = invite_person(actor=vnpt, party=vnpt.party, **WHO)

    token = address.rstrip("/").rsplit("/", 1)[1]
    assert invitation.token_hash == hash_token(token)
    assert token not in str(Invitation.objects.values().get())
    assert invitation.expires_at == vnpt.at + dt.timedelta(days=14)


def test_second_invitation_replaces_the_first(vnpt):
    first, _address = invite_person(actor=vnpt, party=vnpt.party, **WHO)
    invite_person(actor=vnpt, party=vnpt.party, **WHO)

    first.refresh_from_db()
    assert first.withdrawn_at == vnpt.at


def test_role_held_already_is_refused(vnpt):
    with pytest.raises(Refused, match="đang giữ vai trò"):
        invite_person(
            actor=vnpt, party=vnpt.party, email="VNPT@example.vn", full_name="Đầu mối VNPT", role="focal_point"
        )


@pytest.mark.parametrize("member", ["viettel", "colleague", "clerk", "keeper"])
def test_others_invite_nobody(request, vnpt, member):
    with pytest.raises(NotAllowed):
        invite_person(actor=request.getfixturevalue(member), party=vnpt.party, **WHO)


def test_keeper_invites_to_a_department(keeper, regulator):
    invitation, _address = invite_person(actor=keeper, party=regulator.party, **WHO)

    assert invitation.party == regulator.party


def test_page_shows_the_address_once(client_of, vnpt):
    client = client_of(vnpt)
    page = client.post(reverse("people:invite", args=[vnpt.party.pk]), WHO).content.decode()
    later = client.get(reverse("people:people", args=[vnpt.party.pk])).content.decode()

    assert "/invitation/" in page
    assert "moi@example.vn" in later
    assert "/invitation/" not in later


def test_rival_finds_no_such_page(client_of, viettel, vnpt):
    assert client_of(viettel).post(reverse("people:invite", args=[vnpt.party.pk]), WHO).status_code == 404


def test_member_is_told_no(client_of, colleague, vnpt):
    assert client_of(colleague).post(reverse("people:invite", args=[vnpt.party.pk]), WHO).status_code == 403
