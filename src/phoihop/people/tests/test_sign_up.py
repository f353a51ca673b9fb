import pytest
from django.urls import NoReverseMatch, reverse


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_confirm_email"])
def test_nobody_signs_up_or_changes_addresses(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["/account/signup/", "/account/email/", "/account/login/code/confirm/"])
def test_their_addresses_do_not_exist(client, db, path):
    assert client.get(path).status_code == 404
