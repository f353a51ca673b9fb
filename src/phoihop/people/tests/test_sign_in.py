import datetime as dt

import pytest
import time_machine
from django.urls import reverse

WRONG = "khong-phai-mat-khau"
RIGHT = "mat-khau-thu"


def _try(client, email, password):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_right_password_leads_home(client, vnpt):
    response = _try(client, "VNPT@example.vn", RIGHT)

    assert response.status_code == 302
    assert response.url == reverse("home")


def test_page_speaks_vietnamese_and_shows_no_way_to_sign_up(client, db):
    page = client.get(reverse("account_login")).content.decode()

    assert "Đăng nhập" in page
    assert "Mật khẩu" in page
    assert "signup" not in page


def test_page_speaks_english(client, db):
    client.cookies["django_language"] = "en"
    page = client.get(reverse("account_login")).content.decode()

    assert "Sign in" in page
    assert "Mật khẩu" not in page


def test_unknown_address_and_wrong_password_answer_alike(client, vnpt):
    known = _try(client, "vnpt@example.vn", WRONG)
    unknown = _try(client, "nobody@example.vn", WRONG)

    assert known.context["form"].errors == unknown.context["form"].errors
    assert known.status_code == unknown.status_code


def test_fifth_failure_locks_with_a_page(client, vnpt):
    answers = [_try(client, "vnpt@example.vn", WRONG).status_code for _ in range(4)]
    fifth = _try(client, "vnpt@example.vn", WRONG)

    assert 429 not in answers
    assert fifth.status_code == 429
    assert "15 phút" in fifth.content.decode()


@pytest.mark.parametrize("email", ["vnpt@example.vn", " VNPT@Example.vn"])
def test_lock_holds_against_the_right_password(client, vnpt, email):
    for _ in range(5):
        _try(client, "vnpt@example.vn", WRONG)

    assert _try(client, email, RIGHT).status_code == 429


def test_unknown_address_is_locked_alike(client, db):
    for _ in range(4):
        _try(client, "nobody@example.vn", WRONG)

    assert _try(client, "nobody@example.vn", WRONG).status_code == 429


def test_others_are_not_locked(client, vnpt, viettel):
    for _ in range(5):
        _try(client, "vnpt@example.vn", WRONG)

    assert _try(client, "viettel@example.vn", RIGHT).status_code == 302


def test_lock_ends_after_fifteen_minutes_whoever_keeps_trying(client, vnpt):
    start = dt.datetime(2026, 6, 15, 8, 0, tzinfo=dt.UTC)
    with time_machine.travel(start, tick=False) as clock:
        for _ in range(5):
            _try(client, "vnpt@example.vn", WRONG)
        clock.shift(dt.timedelta(minutes=10))
        assert _try(client, "vnpt@example.vn", WRONG).status_code == 429
        clock.shift(dt.timedelta(minutes=6))

        assert _try(client, "vnpt@example.vn", RIGHT).status_code == 302


def test_success_forgets_failures(client, vnpt):
    for _ in range(4):
        _try(client, "vnpt@example.vn", WRONG)
    _try(client, "vnpt@example.vn", RIGHT)
    client.post(reverse("account_logout"))

    assert _try(client, "vnpt@example.vn", WRONG).status_code == 200


def test_disabled_account_is_told_whom_to_ask(client, vnpt):
    vnpt.user.is_active = False
    vnpt.user.save()

    response = client.post(reverse("account_login"), {"login": "vnpt@example.vn", "password": RIGHT}, follow=True)

    assert "đang bị khóa" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_session_of_a_disabled_account_is_over(client_of, vnpt):
    client = client_of(vnpt)
    type(vnpt.user).objects.filter(pk=vnpt.user.pk).update(is_active=False)

    assert client.get(reverse("people:profile")).status_code == 302
