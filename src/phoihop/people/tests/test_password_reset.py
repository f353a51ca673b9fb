import re

from django.core import mail
from django.urls import reverse


def _ask(client, email):
    return client.post(reverse("account_reset_password"), {"email": email})


def test_address_in_the_mail_sets_a_new_password(client, vnpt):
    _ask(client, "vnpt@example.vn")
    address = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    form = client.get(address, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": "mat-khau-rat-moi", "password2": "mat-khau-rat-moi"})

    vnpt.user.refresh_from_db()
    assert vnpt.user.check_password("mat-khau-rat-moi")


def test_mail_is_vietnamese(client, vnpt):
    _ask(client, "vnpt@example.vn")

    assert "Đặt lại mật khẩu" in mail.outbox[0].subject
    assert "Đặt mật khẩu mới tại" in mail.outbox[0].body


def test_unknown_address_gets_the_same_answer_and_no_mail(client, vnpt):
    known, unknown = _ask(client, "vnpt@example.vn"), _ask(client, "nobody@example.vn")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mail.outbox) == 1


def test_used_address_offers_a_new_one(client, db):
    page = client.get(reverse("account_reset_password_from_key", args=["1", "set-password"]))

    assert "đã dùng hoặc hết hạn" in page.content.decode()
