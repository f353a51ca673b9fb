from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.urls import reverse

PASSWORD = "mat-khau-thu"


def _sign_in(client, email):
    return client.post(reverse("account_login"), {"login": email, "password": PASSWORD})


def _code(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def _activate(client, email):
    """Sign in and set up the app; the secret that the app now has."""
    _sign_in(client, email)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": _code(secret)})
    return secret


def test_app_is_set_up_with_a_picture_and_recovery_codes(client, vnpt):
    _activate(client, "vnpt@example.vn")

    kinds = set(Authenticator.objects.filter(user=vnpt.user).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert "Tải về" in client.get(reverse("mfa_view_recovery_codes")).content.decode()


def test_secret_is_encrypted_in_the_database(client, vnpt):
    secret = _activate(client, "vnpt@example.vn")

    kept = Authenticator.objects.get(user=vnpt.user, type="totp")
    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(_code(secret)) in {True, False}  # it can be decrypted


def test_sign_in_asks_for_the_code(client, vnpt):
    secret = _activate(client, "vnpt@example.vn")
    client.post(reverse("account_logout"))
    cache.clear()  # a code is good once; the test does not wait thirty seconds

    asked = _sign_in(client, "vnpt@example.vn")
    done = client.post(reverse("mfa_authenticate"), {"code": _code(secret)})

    assert asked.url == reverse("mfa_authenticate")
    assert done.url == reverse("home")


def test_password_alone_opens_nothing(client, vnpt):
    _activate(client, "vnpt@example.vn")
    client.post(reverse("account_logout"))
    _sign_in(client, "vnpt@example.vn")

    assert client.get(reverse("people:profile")).status_code == 302


def test_recovery_code_serves_too(client, vnpt):
    _activate(client, "vnpt@example.vn")
    kept = Authenticator.objects.get(user=vnpt.user, type="recovery_codes").wrap().get_unused_codes()
    client.post(reverse("account_logout"))
    _sign_in(client, "vnpt@example.vn")

    assert client.post(reverse("mfa_authenticate"), {"code": kept[0]}).url == reverse("home")


def test_fifth_wrong_code_locks(client, vnpt):
    _activate(client, "vnpt@example.vn")
    client.post(reverse("account_logout"))
    _sign_in(client, "vnpt@example.vn")

    answers = [client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code for _ in range(5)]

    assert answers == [200, 200, 200, 200, 429]


def test_lock_holds_against_the_right_code(client, vnpt):
    _activate(client, "vnpt@example.vn")
    kept = Authenticator.objects.get(user=vnpt.user, type="recovery_codes").wrap().get_unused_codes()
    client.post(reverse("account_logout"))
    _sign_in(client, "vnpt@example.vn")
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert client.post(reverse("mfa_authenticate"), {"code": kept[0]}).status_code == 429
