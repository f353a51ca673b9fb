from django.core import mail
from django.urls import reverse


def _change(client, old):
    new = "mat-khau-rat-moi"
    address = reverse("account_change_password")
    return client.post(address, {"oldpassword": old, "password1": new, "password2": new})


def test_password_changes_and_its_owner_is_told(client_of, vnpt):
    _change(client_of(vnpt), "mat-khau-thu")

    vnpt.user.refresh_from_db()
    assert vnpt.user.check_password("mat-khau-rat-moi")
    assert "Mật khẩu của bạn vừa được đổi" in mail.outbox[0].body


def test_present_password_is_asked(client_of, vnpt):
    _change(client_of(vnpt), "khong-dung")

    vnpt.user.refresh_from_db()
    assert vnpt.user.check_password("mat-khau-thu")
