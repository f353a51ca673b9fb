import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

CODE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle=|\son\w+=")
PAGES = (
    "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "mfa_generate_recovery_codes",
    "usersessions_list", "account_change_password", "account_logout",
)  # fmt: skip


@pytest.fixture
def signed_in(client, vnpt):
    client.post(reverse("account_login"), {"login": "vnpt@example.vn", "password": "mat-khau-thu"})
    client.post(reverse("account_reauthenticate"), {"password": "mat-khau-thu"})
    return client


@pytest.mark.parametrize("name", PAGES)
def test_page_is_ours_and_holds_no_code(signed_in, name):
    page = signed_in.get(reverse(name))

    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    assert not CODE.search(page.content.decode())


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_reset_password_done"])
def test_public_page_holds_no_code(client, db, name):
    page = client.get(reverse(name))

    assert page.status_code == 200
    assert not CODE.search(page.content.decode())


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_pages_of_one_key(signed_in, vnpt, name):
    data = {"name": "Máy bàn", "credential": {"rawId": "x"}}
    key = Authenticator.objects.create(user=vnpt.user, type="webauthn", data=data)

    assert "Máy bàn" in signed_in.get(reverse(name, args=[key.pk])).content.decode()


def test_sensitive_page_asks_again_after_a_while(client_of, vnpt):
    response = client_of(vnpt).get(reverse("mfa_activate_totp"))

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert "Xác nhận là bạn" in client_of(vnpt).get(reverse("account_reauthenticate")).content.decode()


def test_too_many_requests_is_a_page_of_ours(client, db):
    answers = [client.post(reverse("account_reset_password"), {"email": "x@example.vn"}) for _ in range(6)]

    assert answers[-1].status_code == 429
    assert "Quá nhiều lần thử" in answers[-1].content.decode()
