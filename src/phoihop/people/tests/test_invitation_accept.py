import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.access import NOBODY
from phoihop.base.models import AuditEntry
from phoihop.people.actions.invitations import HasAccount, accept_invitation, invite_person
from phoihop.people.models import Invitation, Membership, User

PASSWORD = {"password": "mot-mat-khau-dai", "again": "mot-mat-khau-dai"}


def _address(actor, email, **values):
    _invitation, address = invite_person(
        actor=actor, party=actor.party, email=email, full_name="Lê Văn Mới", **({"role": "member"} | values)
    )
    Invitation.objects.update(expires_at="2126-01-01T00:00:00Z")  # the pages read the real clock
    return address[address.index("/invitation/") :]


def test_new_person_gets_an_account_and_a_seat(client, vnpt):
    address = _address(vnpt, "moi@example.vn", title="Kỹ sư")
    response = client.post(address, {"full_name": "Lê Văn Mới"} | PASSWORD)

    user = User.objects.get(email="moi@example.vn")
    seat = Membership.objects.get(user=user)
    assert response.url == reverse("home")
    assert (seat.party, seat.role, seat.title) == (vnpt.party, "member", "Kỹ sư")
    assert client.session["_auth_user_id"] == str(user.pk)


def test_address_is_good_once(client, vnpt):
    address = _address(vnpt, "moi@example.vn")
    client.post(address, {"full_name": "Lê Văn Mới"} | PASSWORD)
    client.post(reverse("account_logout"))

    again = client.post(address, {"full_name": "Kẻ khác"} | PASSWORD)

    assert again.status_code == 422
    assert Membership.objects.filter(user__email="moi@example.vn").count() == 1


def test_weak_password_is_refused_in_words(client, vnpt):
    response = client.post(
        _address(vnpt, "moi@example.vn"), {"full_name": "Lê Văn Mới", "password": "abc", "again": "abc"}
    )

    assert "Mật khẩu quá ngắn" in response.content.decode()
    assert not User.objects.filter(email="moi@example.vn").exists()


def test_two_different_passwords_are_refused(client, vnpt):
    data = {"full_name": "Lê Văn Mới", "password": "mot-mat-khau-dai", "again": "mot-mat-khau-khac"}

    assert "again" in client.post(_address(vnpt, "moi@example.vn"), data).context["form"].errors


def test_owner_of_an_account_just_joins(client_of, vnpt, post):
    response = client_of(post).post(_address(vnpt, "post@example.vn"))

    assert response.url == reverse("home")
    assert Membership.objects.current().filter(user=post.user).count() == 2


def test_account_of_an_address_is_not_opened_by_the_invitation(client, vnpt, post):
    address = _address(vnpt, "post@example.vn")
    page = client.get(address).content.decode()
    client.post(address, {"full_name": "Kẻ khác"} | PASSWORD)

    assert f"{reverse('account_login')}?next=" in page
    assert "_auth_user_id" not in client.session
    assert Membership.objects.filter(user=post.user).count() == 1


def test_somebody_else_signed_in_does_not_take_it(client_of, vnpt, viettel):
    address = _address(vnpt, "moi@example.vn")
    client_of(viettel).post(address, {"full_name": "Kẻ khác"} | PASSWORD)

    assert not User.objects.filter(email="moi@example.vn").exists()
    with pytest.raises(HasAccount):
        accept_invitation(actor=viettel, token=address.strip("/").split("/")[1])


def test_expired_address_says_so(client, vnpt):
    address = _address(vnpt, "moi@example.vn")
    Invitation.objects.update(expires_at=vnpt.at - dt.timedelta(days=3000))

    response = client.get(address)
    assert response.status_code == 422
    assert "hết hạn" in response.content.decode()


def test_invented_address_does_not_exist(client, db):
    assert client.get(reverse("people:invitation_accept", args=["khong-co"])).status_code == 404


def test_acceptance_is_in_the_history_of_the_regulator(vnpt, auditor):
    address = _address(vnpt, "moi@example.vn")
    accept_invitation(
        actor=NOBODY, token=address.strip("/").split("/")[1], full_name="Lê Văn Mới", password="mot-mat-khau-dai"
    )

    assert AuditEntry.objects.visible_to(auditor).filter(event="people.invitation.accepted").exists()
